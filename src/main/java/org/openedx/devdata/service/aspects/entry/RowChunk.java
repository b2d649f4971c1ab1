package org.openedx.devdata.service.aspects.entry;

import java.util.ArrayList;
import java.util.List;
import org.openedx.devdata.bytes.Decimal;
import org.openedx.devdata.bytes.Hexadecimal;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.bytes.XxHash64;
import org.openedx.devdata.sink.delivery.RowBinaryBuffer;
import org.openedx.devdata.sink.delivery.RowBinaryWriter;
import org.openedx.devdata.world.dump.DumpTable;
import org.openedx.devdata.world.dump.RowWriter;

/**
 * Rows of a table, each with the hash that ClickHouse computes of it and its bytes in RowBinary. A
 * row's hash is that of its values as text, each followed by a tab. Mutable, not thread-safe.
 */
final class RowChunk implements RowWriter {

  private final RowBinaryBuffer bytes = new RowBinaryBuffer(1 << 16);
  private final RowBinaryWriter rowBinary = new RowBinaryWriter(bytes);
  private final OutputBytes text = new OutputBytes(1024);
  private final List<Row> rows = new ArrayList<>();
  private final int idColumn;
  private int column;
  private int from;
  private long high;
  private long low;

  /**
   * @param table whose rows these are; its id column finds them
   */
  RowChunk(DumpTable table) {
    this.idColumn =
        table.columns().stream().map(DumpTable.Column::name).toList().indexOf(table.idColumn());
  }

  List<Row> rows() {
    return rows;
  }

  RowBinaryBuffer bytes() {
    return bytes;
  }

  private void ended() {
    text.put((byte) '\t');
    column++;
  }

  @Override
  public void text(String value) {
    text.put(value);
    rowBinary.text(value);
    ended();
  }

  @Override
  public void number(int value) {
    Decimal.putInt(text, value);
    rowBinary.number(value);
    ended();
  }

  @Override
  public void noNumber() {
    text.put((byte) '0');
    rowBinary.noNumber();
    ended();
  }

  @Override
  public void flag(boolean value) {
    text.put((byte) (value ? '1' : '0'));
    rowBinary.flag(value);
    ended();
  }

  @Override
  public void uuid(long upper, long lower) {
    if (column == idColumn) {
      high = upper;
      low = lower;
    }
    int start = text.reserve(36);
    Hexadecimal.putUuid(upper, lower, text.array(), start);
    rowBinary.uuid(upper, lower);
    ended();
  }

  @Override
  public void endRow() {
    long hash = XxHash64.of(text.array(), 0, text.length());
    rows.add(new Row(high, low, hash, 0, from, bytes.length()));
    from = bytes.length();
    text.clear();
    column = 0;
  }
}
