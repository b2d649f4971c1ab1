package org.openedx.devdata.jdbc.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.openedx.devdata.jdbc.MySqlDatabase;

/**
 * Parts of a list of which each fits into one statement: by number, and by the bytes that the
 * server takes at once ({@code max_allowed_packet}). Stateless.
 */
public final class Portions {

  /** Bytes of a value beside its text: a number, a time, comma and quotes. */
  private static final int BESIDE_TEXT = 36;

  /** Maximum of bytes of a character: three of UTF-8, or two escapes of one. */
  private static final int OF_CHARACTER = 4;

  private Portions() {}

  /**
   * Divides. An item that is too large for the server alone is a part of its own.
   *
   * @param items maximum number of them in a part
   * @param bytes of an item in the statement, see {@link #bytes}
   */
  public static <T> List<List<T>> of(
      MySqlDatabase database, List<T> all, int items, ToLongFunction<T> bytes) {
    List<List<T>> portions = new ArrayList<>();
    int from = 0;
    long filled = 0;
    for (int next = 0; next < all.size(); next++) {
      long one = bytes.applyAsLong(all.get(next));
      if (next > from && (next - from == items || filled + one > database.statementBytes())) {
        portions.add(all.subList(from, next));
        from = next;
        filled = 0;
      }
      filled += one;
    }
    if (from < all.size()) {
      portions.add(all.subList(from, all.size()));
    }
    return portions;
  }

  /** Bytes of values in a statement, rather too many than too few. */
  public static long bytes(Object... values) {
    long bytes = 0;
    for (Object value : values) {
      bytes += BESIDE_TEXT;
      if (value instanceof CharSequence text) {
        bytes += (long) OF_CHARACTER * text.length();
      } else if (value instanceof byte[] binary) {
        bytes += (long) OF_CHARACTER * binary.length;
      }
    }
    return bytes;
  }
}
