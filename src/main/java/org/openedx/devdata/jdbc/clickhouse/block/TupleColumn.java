package org.openedx.devdata.jdbc.clickhouse.block;

import java.io.IOException;
import java.util.List;
import org.openedx.devdata.bytes.OutputBytes;

/** Tuples: all first elements, all second ones, and so on. */
final class TupleColumn implements BlockColumn {

  private final List<BlockColumn> elements;
  private final String before;
  private final String between;
  private final String after;

  private TupleColumn(List<BlockColumn> elements, String before, String between, String after) {
    this.elements = List.copyOf(elements);
    this.before = before;
    this.between = between;
    this.after = after;
  }

  static TupleColumn ofTuple(List<BlockColumn> elements) {
    return new TupleColumn(elements, "(", ",", ")");
  }

  /** A key and its value in a map. */
  static TupleColumn ofEntry(List<BlockColumn> elements) {
    return new TupleColumn(elements, "", ":", "");
  }

  @Override
  public void read(BlockBytes block, int rows) throws IOException {
    for (BlockColumn element : elements) {
      element.read(block, rows);
    }
  }

  @Override
  public void append(OutputBytes text, boolean inside) {
    text.put(before);
    for (BlockColumn element : elements) {
      if (element != elements.get(0)) {
        text.put(between);
      }
      element.append(text, true);
    }
    text.put(after);
  }
}
