package org.openedx.devdata.keep.snapshot.mysql;

import java.sql.SQLException;
import java.util.Arrays;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.jdbc.stream.TableStream;

/** Lines that are read together, and where each ends. Reused; not thread-safe. */
final class RowBlock {

  /** Enough for the packing to be worth a thread's turn. */
  private static final int BYTES = 1 << 20;

  private final OutputBytes lines = new OutputBytes(BYTES + (BYTES >> 2));
  private int[] ends = new int[4096];
  private int rows;

  /**
   * Reads lines until there are enough.
   *
   * @return false when there was none
   */
  boolean fill(TableStream stream) throws SQLException {
    lines.clear();
    rows = 0;
    while (lines.length() < BYTES && stream.next(lines)) {
      if (rows == ends.length) {
        ends = Arrays.copyOf(ends, rows * 2);
      }
      ends[rows++] = lines.length();
    }
    return rows > 0;
  }

  byte[] array() {
    return lines.array();
  }

  int length() {
    return lines.length();
  }

  int rows() {
    return rows;
  }

  void addTo(RowSum sum) {
    int from = 0;
    for (int row = 0; row < rows; row++) {
      sum.add(lines.array(), from, ends[row]);
      from = ends[row];
    }
  }
}
