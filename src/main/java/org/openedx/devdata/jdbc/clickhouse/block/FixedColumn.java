package org.openedx.devdata.jdbc.clickhouse.block;

import java.io.IOException;
import org.openedx.devdata.bytes.OutputBytes;

/** Values of as many bytes each. */
final class FixedColumn implements BlockColumn {

  /** Text of a value. */
  interface Form {
    String of(byte[] array, int from);
  }

  private final int size;
  private final Form form;
  private BlockBytes bytes;
  private int at;

  /**
   * @param size bytes of a value
   */
  FixedColumn(int size, Form form) {
    this.size = size;
    this.form = form;
  }

  @Override
  public void read(BlockBytes block, int rows) throws IOException {
    bytes = block;
    at = block.take((long) rows * size);
  }

  @Override
  public void append(OutputBytes text, boolean inside) {
    BlockLine.escape(form.of(bytes.array(), at), inside, text);
    at += size;
  }
}
