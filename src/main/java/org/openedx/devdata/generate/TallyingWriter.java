package org.openedx.devdata.generate;

import org.openedx.devdata.bytes.Decimal;
import org.openedx.devdata.bytes.Hexadecimal;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.bytes.XxHash64;
import org.openedx.devdata.sink.Tally;
import org.openedx.devdata.world.dump.RowWriter;

/**
 * Counts rows on their way. A row's hash is that of its values as text, each followed by a tab, so
 * that it is the same whatever the sink. Mutable, not thread-safe.
 */
public final class TallyingWriter implements RowWriter {

  private final RowWriter next;
  private final Tally tally;
  private final OutputBytes row = new OutputBytes(1024);

  public TallyingWriter(RowWriter next, Tally tally) {
    this.next = next;
    this.tally = tally;
  }

  @Override
  public void text(String value) {
    row.put(value);
    row.put((byte) '\t');
    next.text(value);
  }

  @Override
  public void number(int value) {
    Decimal.putInt(row, value);
    row.put((byte) '\t');
    next.number(value);
  }

  @Override
  public void noNumber() {
    row.put((byte) '0');
    row.put((byte) '\t');
    next.noNumber();
  }

  @Override
  public void flag(boolean value) {
    row.put((byte) (value ? '1' : '0'));
    row.put((byte) '\t');
    next.flag(value);
  }

  @Override
  public void uuid(long high, long low) {
    int start = row.reserve(36);
    Hexadecimal.putUuid(high, low, row.array(), start);
    row.put((byte) '\t');
    next.uuid(high, low);
  }

  @Override
  public void endRow() {
    tally.row(XxHash64.of(row.array(), 0, row.length()), row.length());
    row.clear();
    next.endRow();
  }
}
