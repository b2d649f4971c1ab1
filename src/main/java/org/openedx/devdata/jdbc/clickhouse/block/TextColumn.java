package org.openedx.devdata.jdbc.clickhouse.block;

import java.io.IOException;
import org.openedx.devdata.bytes.OutputBytes;

/** Texts, each with its length before it. */
final class TextColumn implements BlockColumn {

  private BlockBytes bytes;
  private int at;

  @Override
  public void read(BlockBytes block, int rows) throws IOException {
    bytes = block;
    at = block.length();
    for (int row = 0; row < rows; row++) {
      block.take(block.varint());
    }
  }

  @Override
  public void append(OutputBytes text, boolean inside) {
    byte[] array = bytes.array();
    int length = 0;
    for (int shift = 0; ; shift += 7) {
      byte one = array[at++];
      length |= (one & 0x7f) << shift;
      if (one >= 0) {
        break;
      }
    }
    BlockLine.escape(array, at, at + length, inside, text);
    at += length;
  }
}
