package org.openedx.devdata.bytes;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as the digits that Python's JSON writer prints. Stateless. */
public final class Decimal {

  private static final int LONGEST = 24;

  private Decimal() {}

  /** Writes a whole number. */
  public static void putInt(OutputBytes out, long value) {
    if (value >= 0 && value < 10) {
      out.put((byte) ('0' + value));
      return;
    }
    int start = out.reserve(LONGEST);
    out.truncate(putDigits(out.array(), start, value));
  }

  /**
   * Writes a decimal fraction as a float: all digits that count, at least one after the point.
   *
   * @param value in units of the last place, not negative
   * @param places digits after the point, at least 1
   */
  public static void putFloat(OutputBytes out, long value, int places) {
    int start = out.reserve(2 * LONGEST);
    byte[] array = out.array();
    // From the right, by a constant: dividing by powers of ten would take much longer.
    int end = start + 2 * LONGEST;
    int next = end;
    long rest = value;
    boolean counts = false;
    for (int place = places; place > 0; place--) {
      long left = rest / 10;
      int digit = (int) (rest - left * 10);
      counts |= digit != 0 || place == 1;
      if (counts) {
        array[--next] = (byte) ('0' + digit);
      }
      rest = left;
    }
    array[--next] = '.';
    do {
      array[--next] = (byte) ('0' + rest % 10);
      rest /= 10;
    } while (rest != 0);
    System.arraycopy(array, next, array, start, end - next);
    out.truncate(start + end - next);
  }

  /**
   * The shortest decimal text that reads back as the same double, with at least one digit after the
   * point. For values from 0.001 up to 10 million; other versions of Java than 19 and later do not
   * give it through {@link Double#toString}.
   */
  public static String shortest(double value) {
    BigDecimal exact = new BigDecimal(value);
    for (int digits = 1; digits < 17; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits));
      if (rounded.doubleValue() == value) {
        return plain(rounded);
      }
    }
    return plain(exact.round(new MathContext(17)));
  }

  private static String plain(BigDecimal value) {
    String text = value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    return text.indexOf('.') < 0 ? text + ".0" : text;
  }

  private static int putDigits(byte[] array, int start, long value) {
    int end = start;
    long rest = value;
    if (rest < 0) {
      array[end++] = '-';
      rest = -rest;
    }
    int first = end;
    do {
      array[end++] = (byte) ('0' + rest % 10);
      rest /= 10;
    } while (rest != 0);
    for (int left = first, right = end - 1; left < right; left++, right--) {
      byte swapped = array[left];
      array[left] = array[right];
      array[right] = swapped;
    }
    return end;
  }
}
