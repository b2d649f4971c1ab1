package org.openedx.devdata.sink.lake;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.sink.codec.Compressor;
import org.openedx.devdata.world.dump.DumpTable;

/**
 * Rows in ClickHouse's Native format: pieces of some megabytes, each with its columns one after the
 * other, compressed into a target. Values are put column by column of a row. Mutable, not
 * thread-safe.
 */
final class NativeRows {

  /** Size of a piece before it is packed: small in memory, large enough for the ratio. */
  private static final int PIECE = 4 << 20;

  private final List<DumpTable.Column> columns;
  private final OutputBytes[] values;
  private final OutputBytes piece = new OutputBytes(1 << 16);
  private final OutputBytes target;
  private int rows;
  private long size;

  /**
   * @param target gets the packed pieces
   */
  NativeRows(DumpTable table, OutputBytes target) {
    this.columns = table.columns();
    this.target = target;
    this.values = new OutputBytes[columns.size()];
    for (int column = 0; column < values.length; column++) {
      values[column] = new OutputBytes(1 << 10);
    }
  }

  OutputBytes target() {
    return target;
  }

  void text(int column, byte[] bytes, int length) {
    putVarint(length, values[column]);
    values[column].put(bytes, 0, length);
    size += length;
  }

  void text(int column, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    text(column, bytes, bytes.length);
  }

  void int32(int column, int value) {
    putLittleEndian(value, Integer.BYTES, values[column]);
  }

  void int64(int column, long value) {
    putLittleEndian(value, Long.BYTES, values[column]);
  }

  void flag(int column, boolean value) {
    values[column].put((byte) (value ? 1 : 0));
  }

  void uuid(int column, long high, long low) {
    int64(column, high);
    int64(column, low);
  }

  /** Ends a row; packs what is there when it is enough. */
  void endRow(Compressor compressor) {
    rows++;
    size += 32;
    if (size >= PIECE) {
      pack(compressor);
    }
  }

  /** Packs what is left. */
  void pack(Compressor compressor) {
    if (rows == 0) {
      return;
    }
    piece.clear();
    putVarint(columns.size(), piece);
    putVarint(rows, piece);
    for (int column = 0; column < values.length; column++) {
      putText(columns.get(column).name());
      putText(columns.get(column).type().clickHouseName());
      piece.put(values[column].array(), 0, values[column].length());
      values[column].clear();
    }
    compressor.compress(piece.array(), piece.length(), target);
    rows = 0;
    size = 0;
  }

  private void putText(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    putVarint(bytes.length, piece);
    piece.put(bytes);
  }

  private static void putVarint(int value, OutputBytes out) {
    int rest = value;
    while (rest > 0x7f) {
      out.put((byte) (rest | 0x80));
      rest >>>= 7;
    }
    out.put((byte) rest);
  }

  private static void putLittleEndian(long value, int bytes, OutputBytes out) {
    int start = out.reserve(bytes);
    for (int i = 0; i < bytes; i++) {
      out.array()[start + i] = (byte) (value >>> 8 * i);
    }
  }
}
