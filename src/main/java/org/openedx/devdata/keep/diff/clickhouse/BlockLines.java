package org.openedx.devdata.keep.diff.clickhouse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.jdbc.clickhouse.block.NativeBlocks;
import org.openedx.devdata.keep.diff.RowLines;

/** Lines of the rows of blocks, as far as they are of certain partitions. Not thread-safe. */
final class BlockLines implements RowLines {

  /** A stream of blocks, wherever it comes from. */
  interface Blocks {
    boolean next() throws IOException;

    NativeBlocks blocks();

    /** Ends it; called before its end, too. */
    void close() throws IOException;
  }

  private final Blocks source;
  private final int columns;
  private final Set<String> partitions;
  private final OutputBytes line = new OutputBytes(1 << 12);
  private boolean begun;

  /**
   * @param columns number of columns that are compared; the partition follows
   */
  BlockLines(Blocks source, int columns, Set<String> partitions) {
    this.source = source;
    this.columns = columns;
    this.partitions = partitions;
  }

  @Override
  public boolean next() throws IOException {
    while (true) {
      line.clear();
      if (begun && source.blocks().nextRow(line, columns + 1)) {
        if (isWanted()) {
          return true;
        }
      } else if (!source.next()) {
        return false;
      }
      begun = true;
    }
  }

  /** Cuts the partition off. */
  private boolean isWanted() {
    int end = line.length() - 1;
    int start = end;
    while (line.array()[start - 1] != '\t') {
      start--;
    }
    String partition = new String(line.array(), start, end - start, StandardCharsets.UTF_8);
    line.truncate(start - 1);
    line.put((byte) '\n');
    return partitions.contains(partition);
  }

  @Override
  public byte[] array() {
    return line.array();
  }

  @Override
  public int from() {
    return 0;
  }

  @Override
  public int to() {
    return line.length();
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
