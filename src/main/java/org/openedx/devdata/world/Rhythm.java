package org.openedx.devdata.world;

/**
 * The rhythm of day and week: a monotone map between clock time and <em>effort time</em>, which
 * runs fast when people study and slow when they sleep. A week has as much of one as of the other.
 * Whole numbers only, so that it is the same everywhere. All times are microseconds since 1970.
 * Stateless.
 */
public final class Rhythm {

  public static final long DAY = 86_400_000_000L;

  private static final long HOUR = DAY / 24;
  private static final long MILLION = 1_000_000;

  /** Parts in a thousand from Monday to Sunday; their mean is 1,000. */
  private static final int[] WEEKDAYS = {1150, 1200, 1200, 1150, 900, 600, 800};

  /** Parts in a thousand for each hour, UTC; their mean is 1,000. */
  private static final int[] HOURS = {
    350, 200, 150, 150, 200, 350, 600, 900, 1200, 1450, 1550, 1500,
    1300, 1400, 1500, 1500, 1400, 1250, 1200, 1400, 1550, 1400, 950, 550
  };

  /** 1970-01-01 was a Thursday. */
  private static final int FIRST_WEEKDAY = 3;

  private Rhythm() {}

  public static long toEffort(long clock) {
    long shifted = clock + FIRST_WEEKDAY * DAY;
    long week = Math.floorDiv(shifted, 7 * DAY);
    long rest = shifted - week * 7 * DAY;
    int weekday = (int) (rest / DAY);
    long effort = week * 7 * DAY;
    for (int day = 0; day < weekday; day++) {
      effort += DAY / 1000 * WEEKDAYS[day];
    }
    rest -= weekday * DAY;
    int hour = (int) (rest / HOUR);
    for (int before = 0; before < hour; before++) {
      effort += HOUR / MILLION * HOURS[before] * WEEKDAYS[weekday];
    }
    rest -= hour * HOUR;
    return effort + rest * HOURS[hour] * WEEKDAYS[weekday] / MILLION;
  }

  public static long toClock(long effort) {
    long week = Math.floorDiv(effort, 7 * DAY);
    long rest = effort - week * 7 * DAY;
    int weekday = 0;
    while (rest >= DAY / 1000 * WEEKDAYS[weekday]) {
      rest -= DAY / 1000 * WEEKDAYS[weekday++];
    }
    int hour = 0;
    while (rest >= HOUR / MILLION * HOURS[hour] * WEEKDAYS[weekday]) {
      rest -= HOUR / MILLION * HOURS[hour++] * WEEKDAYS[weekday];
    }
    return week * 7 * DAY
        - FIRST_WEEKDAY * DAY
        + weekday * DAY
        + hour * HOUR
        + rest * MILLION / ((long) HOURS[hour] * WEEKDAYS[weekday]);
  }
}
