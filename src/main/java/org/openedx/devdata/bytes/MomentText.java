package org.openedx.devdata.bytes;

import java.time.LocalDate;

/**
 * Writes moments as {@code YYYY-MM-DDTHH:MM:SS.ffffff+00:00}; without a fraction when the
 * microseconds are zero, as Python's {@code isoformat} does. Remembers the text of the last day.
 * Mutable, not thread-safe.
 */
public final class MomentText {

  /** The most bytes that a moment takes. */
  public static final int LONGEST = 32;

  private static final long MICROS_PER_DAY = 86_400_000_000L;

  private final byte[] date = new byte[10];
  private long dateOfText = Long.MIN_VALUE;

  /**
   * Writes a moment and gives the number of bytes written (32, or 25 without a fraction).
   *
   * @param micros microseconds since 1970-01-01T00:00Z
   * @param separator what stands between date and time: {@code T} or a blank
   */
  public int put(long micros, char separator, byte[] target, int offset) {
    long day = Math.floorDiv(micros, MICROS_PER_DAY);
    long ofDay = micros - day * MICROS_PER_DAY;
    if (day != dateOfText) {
      remember(day);
    }
    System.arraycopy(date, 0, target, offset, 10);
    int seconds = (int) (ofDay / 1_000_000);
    int fraction = (int) (ofDay - seconds * 1_000_000L);
    target[offset + 10] = (byte) separator;
    two(seconds / 3600, target, offset + 11);
    target[offset + 13] = ':';
    two(seconds / 60 % 60, target, offset + 14);
    target[offset + 16] = ':';
    two(seconds % 60, target, offset + 17);
    int end = offset + 19;
    if (fraction != 0) {
      target[end] = '.';
      two(fraction / 10_000, target, end + 1);
      two(fraction / 100 % 100, target, end + 3);
      two(fraction % 100, target, end + 5);
      end += 7;
    }
    target[end] = '+';
    two(0, target, end + 1);
    target[end + 3] = ':';
    two(0, target, end + 4);
    return end + 6 - offset;
  }

  private void remember(long day) {
    String text = LocalDate.ofEpochDay(day).toString();
    for (int i = 0; i < date.length; i++) {
      date[i] = (byte) text.charAt(i);
    }
    dateOfText = day;
  }

  private static void two(int value, byte[] target, int offset) {
    target[offset] = (byte) ('0' + value / 10);
    target[offset + 1] = (byte) ('0' + value % 10);
  }
}
