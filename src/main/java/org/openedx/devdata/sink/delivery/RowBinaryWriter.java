package org.openedx.devdata.sink.delivery;

import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.sink.BlockWriter;
import org.openedx.devdata.xapi.StatementData;
import org.openedx.devdata.xapi.StatementRenderer;

/** Rows of a block as RowBinary. Mutable, not thread-safe. */
public final class RowBinaryWriter implements BlockWriter {

  private final RowBinaryBuffer rows;

  public RowBinaryWriter(RowBinaryBuffer rows) {
    this.rows = rows;
  }

  @Override
  public void statement(StatementData data, OutputBytes json, StatementRenderer renderer) {
    rows.uuid(data.idHigh, data.idLow).int64(data.micros).string(json.array(), 0, json.length());
  }

  @Override
  public void text(String value) {
    rows.string(value);
  }

  @Override
  public void number(int value) {
    rows.int32(value);
  }

  @Override
  public void noNumber() {
    rows.int32(0);
  }

  @Override
  public void flag(boolean value) {
    rows.bool(value);
  }

  @Override
  public void uuid(long high, long low) {
    rows.uuid(high, low);
  }

  @Override
  public void endRow() {
    // Rows follow each other without a mark.
  }
}
