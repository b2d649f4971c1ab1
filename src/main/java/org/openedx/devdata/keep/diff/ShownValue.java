package org.openedx.devdata.keep.diff;

/** Values that may be long, shortened to what differs. Stateless. */
final class ShownValue {

  private static final int LONGEST = 80;

  /** Letters before the first one that differs. */
  private static final int LEAD = 20;

  private ShownValue() {}

  /** The beginning of a value; null for NULL. */
  static String of(String value) {
    return value == null ? null : from(value, 0);
  }

  /** Both values of a column, from a little before the place where they differ. */
  static ColumnChange pair(String column, String before, String after) {
    int start = 0;
    if (before != null && after != null && Math.max(before.length(), after.length()) > LONGEST) {
      int same = 0;
      while (same < Math.min(before.length(), after.length())
          && before.charAt(same) == after.charAt(same)) {
        same++;
      }
      start = same < LONGEST - LEAD ? 0 : same - LEAD;
    }
    return new ColumnChange(
        column,
        before == null ? null : from(before, start),
        after == null ? null : from(after, start));
  }

  private static String from(String value, int start) {
    int first = start > 0 && Character.isLowSurrogate(value.charAt(start)) ? start - 1 : start;
    int end = Math.min(value.length(), first + LONGEST);
    if (end < value.length() && Character.isLowSurrogate(value.charAt(end))) {
      end--;
    }
    return (first > 0 ? "…" : "") + value.substring(first, end) + (end < value.length() ? "…" : "");
  }
}
