package org.openedx.devdata.keep.snapshot.mysql;

import java.util.HexFormat;
import org.openedx.devdata.bytes.XxHash64;

/**
 * Checksum of a set of rows: the sum of the hashes of their lines, so that it is the same in
 * whatever order and by how many threads they are read. Mutable, not thread-safe.
 */
final class RowSum {

  private long rows;
  private long sum;

  /** Adds a line, its line feed included. */
  void add(byte[] bytes, int from, int to) {
    rows++;
    sum += XxHash64.of(bytes, from, to - from);
  }

  void add(RowSum other) {
    rows += other.rows;
    sum += other.sum;
  }

  /** A new sum of both. */
  RowSum plus(RowSum other) {
    RowSum both = new RowSum();
    both.add(this);
    both.add(other);
    return both;
  }

  /** The sum of all rows so far. */
  TableSum total() {
    return new TableSum(rows, HexFormat.of().toHexDigits(sum));
  }
}
