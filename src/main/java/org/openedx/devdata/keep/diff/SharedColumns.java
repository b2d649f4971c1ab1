package org.openedx.devdata.keep.diff;

import java.util.Arrays;
import java.util.List;
import org.openedx.devdata.bytes.OutputBytes;

/**
 * Stored columns that a table has before and after.
 *
 * @param names their names, in the order before
 * @param before index of each in a line before
 * @param after index of each in a line after
 * @param same whether lines of both have these columns in this order, and no others
 */
public record SharedColumns(List<String> names, int[] before, int[] after, boolean same) {

  /**
   * The columns of two tables.
   *
   * @param before names of those before, in the order of its lines
   * @param after the same of those after
   */
  public static SharedColumns of(List<String> before, List<String> after) {
    List<String> shared = before.stream().filter(after::contains).toList();
    return new SharedColumns(
        shared, indexes(before, shared), indexes(after, shared), before.equals(after));
  }

  private static int[] indexes(List<String> all, List<String> some) {
    return some.stream().mapToInt(all::indexOf).toArray();
  }

  /** Returns whether two rows have the same values in these columns. */
  public boolean agree(RowLines one, RowLines other) {
    if (same) {
      return Arrays.equals(
          one.array(), one.from(), one.to(), other.array(), other.from(), other.to());
    }
    OutputBytes first = new OutputBytes(256);
    OutputBytes second = new OutputBytes(256);
    append(one, before, first);
    append(other, after, second);
    return Arrays.equals(first.array(), 0, first.length(), second.array(), 0, second.length());
  }

  /** Appends fields of a line, each with a tab. */
  static void append(RowLines line, int[] fields, OutputBytes target) {
    for (int field : fields) {
      int from = LineFields.start(line.array(), line.from(), field);
      int length = LineFields.end(line.array(), from) - from;
      int at = target.reserve(length + 1);
      System.arraycopy(line.array(), from, target.array(), at, length);
      target.array()[at + length] = '\t';
    }
  }
}
