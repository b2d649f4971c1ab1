package org.openedx.devdata.jdbc.clickhouse.block;

import java.io.IOException;
import org.openedx.devdata.bytes.OutputBytes;

/** One column of the blocks of a stream, read block by block, value by value. Not thread-safe. */
interface BlockColumn {

  /**
   * Reads its values of a block.
   *
   * @param rows number of values
   */
  void read(BlockBytes bytes, int rows) throws IOException;

  /**
   * Appends the next value of the block as text.
   *
   * @param inside whether it stands inside of another value, where texts need quotes
   */
  void append(OutputBytes text, boolean inside);
}
