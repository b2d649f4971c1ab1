package org.openedx.devdata.jdbc.clickhouse.block;

import java.io.IOException;
import org.openedx.devdata.bytes.OutputBytes;

/** Arrays and maps: where each ends, then the elements of all. */
final class ListColumn implements BlockColumn {

  private static final int OFFSET_BYTES = 8;

  private final BlockColumn elements;
  private final String brackets;
  private BlockBytes bytes;
  private int offset;
  private long done;

  /**
   * @param brackets around the elements
   */
  ListColumn(BlockColumn elements, String brackets) {
    this.elements = elements;
    this.brackets = brackets;
  }

  @Override
  public void read(BlockBytes block, int rows) throws IOException {
    bytes = block;
    done = 0;
    offset = block.take((long) rows * OFFSET_BYTES);
    long total = rows == 0 ? 0 : block.number(offset + (rows - 1) * OFFSET_BYTES);
    if (total < 0 || total > Integer.MAX_VALUE) {
      throw new MalformedBlockException("arrays of " + total + " elements");
    }
    elements.read(block, (int) total);
  }

  @Override
  public void append(OutputBytes text, boolean inside) {
    long end = bytes.number(offset);
    offset += OFFSET_BYTES;
    text.put((byte) brackets.charAt(0));
    for (long element = done; element < end; element++) {
      if (element > done) {
        text.put((byte) ',');
      }
      elements.append(text, true);
    }
    text.put((byte) brackets.charAt(1));
    done = end;
  }
}
