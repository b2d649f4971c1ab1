package org.openedx.devdata.jdbc.clickhouse.block;

import java.io.IOException;
import org.openedx.devdata.bytes.OutputBytes;

/** Values that may be NULL: marks of those that are, then all values. */
final class NullableColumn implements BlockColumn {

  private final BlockColumn values;
  private BlockBytes bytes;
  private int marks;

  NullableColumn(BlockColumn values) {
    this.values = values;
  }

  @Override
  public void read(BlockBytes block, int rows) throws IOException {
    bytes = block;
    marks = block.take(rows);
    values.read(block, rows);
  }

  @Override
  public void append(OutputBytes text, boolean inside) {
    int before = text.length();
    values.append(text, inside);
    if (bytes.array()[marks++] != 0) {
      text.truncate(before);
      text.put(inside ? "NULL" : BlockLine.NULL);
    }
  }
}
