package org.openedx.devdata.jdbc.clickhouse.block;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.openedx.devdata.bytes.OutputBytes;

/**
 * A stream of blocks in ClickHouse's Native format: numbers of columns and rows, then for each
 * column its name, its type and its values. Every block must have the same columns. Holds one block
 * at a time. Not thread-safe.
 */
public final class NativeBlocks {

  private final BlockBytes bytes;
  private final List<String> names;
  private List<String> types;
  private List<BlockColumn> columns;
  private int rows;
  private int row;

  /**
   * @param names of the columns, in order
   */
  public NativeBlocks(InputStream in, List<String> names) {
    this.bytes = new BlockBytes(in);
    this.names = List.copyOf(names);
  }

  /**
   * Goes to the next block.
   *
   * @return false after the last one
   * @throws MalformedBlockException when what follows is no block with these columns
   */
  public boolean next() throws IOException {
    bytes.clear();
    rows = 0;
    row = 0;
    if (bytes.isAtEnd()) {
      return false;
    }
    if (bytes.varint() != names.size()) {
      throw new MalformedBlockException("a block with other columns");
    }
    long count = bytes.varint();
    if (count < 0 || count > Integer.MAX_VALUE) {
      throw new MalformedBlockException("a block of " + count + " rows");
    }
    List<String> found = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (!bytes.text().equals(names.get(i))) {
        throw new MalformedBlockException("a block without column " + names.get(i));
      }
      found.add(bytes.text());
      column(i, found.get(i)).read(bytes, (int) count);
    }
    types = found;
    rows = (int) count;
    return true;
  }

  /** The reader of a column, made from the type that the first block gives. */
  private BlockColumn column(int index, String type) throws MalformedBlockException {
    if (types == null) {
      if (index == 0) {
        columns = new ArrayList<>();
      }
      columns.add(
          ColumnTypes.reader(type)
              .orElseThrow(() -> new MalformedBlockException("a block of type " + type)));
    } else if (!types.get(index).equals(type)) {
      throw new MalformedBlockException("a block of another type: " + type);
    }
    return columns.get(index);
  }

  /** Number of rows of the block. */
  public int rows() {
    return rows;
  }

  /** Writes the block as it came. */
  public void writeTo(OutputStream out) throws IOException {
    out.write(bytes.array(), 0, bytes.length());
  }

  /**
   * Appends the next row of the block as a line.
   *
   * @param shown number of columns, from the first
   * @return false after the last one
   */
  public boolean nextRow(OutputBytes line, int shown) {
    if (row == rows) {
      return false;
    }
    row++;
    for (int i = 0; i < shown; i++) {
      columns.get(i).append(line, false);
      line.put((byte) (i + 1 < shown ? '\t' : '\n'));
    }
    return true;
  }
}
