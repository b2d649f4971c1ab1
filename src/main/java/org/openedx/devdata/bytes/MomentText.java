package org.openedx.devdata.bytes;

/**
 * Writes moments as {@code YYYY-MM-DDTHH:MM:SS.ffffff+00:00}; without a fraction when the
 * microseconds are zero, as Python's {@code isoformat} does. For the years 0 to 9999. Remembers the
 * text of the last day. Mutable, not thread-safe.
 */
public final class MomentText {

  /** The most bytes that a moment takes. */
  public static final int LONGEST = 32;

  private static final long MICROS_PER_DAY = 86_400_000_000L;

  /** Four hundred years, after which the calendar repeats itself. */
  private static final int DAYS_PER_ERA = 146_097;

  private static final int DAYS_FROM_MARCH_OF_YEAR_0 = 719_468;

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

  /**
   * The date of a day of the proleptic Gregorian calendar, by whole years that begin in March, so
   * that the day that some years lack is their last. As {@code LocalDate} does it, without objects.
   */
  private void remember(long day) {
    long shifted = day + DAYS_FROM_MARCH_OF_YEAR_0;
    int era = (int) Math.floorDiv(shifted, DAYS_PER_ERA);
    int ofEra = (int) (shifted - (long) era * DAYS_PER_ERA);
    int yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365;
    int ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    int fromMarch = (5 * ofYear + 2) / 153;
    int month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
    int year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
    two(year / 100, date, 0);
    two(year % 100, date, 2);
    date[4] = '-';
    two(month, date, 5);
    date[7] = '-';
    two(ofYear - (153 * fromMarch + 2) / 5 + 1, date, 8);
    dateOfText = day;
  }

  private static void two(int value, byte[] target, int offset) {
    target[offset] = (byte) ('0' + value / 10);
    target[offset + 1] = (byte) ('0' + value % 10);
  }
}
