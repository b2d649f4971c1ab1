package org.openedx.devdata.world.keys;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.SpecRecord;
import org.openedx.devdata.spec.TimeExpression;

/**
 * The days of a world.
 *
 * @param start first day on which learners do anything, days since 1970
 * @param end the day after the last, days since 1970
 * @param until the day after the last of a course, days since 1970
 */
public record Window(long start, long end, long until) {

  private static final TimeExpression DEFAULT_START = TimeExpression.parse("today - 90d");
  private static final TimeExpression DEFAULT_END = TimeExpression.parse("today");

  /** Derived tables of Aspects keep seconds in 32 bits. */
  private static final long LATEST = LocalDate.parse("2106-01-01").toEpochDay();

  /** The window of settings at a time of the run clock. */
  public static Window of(SpecRecord settings, Instant now) {
    long end = day(end(settings), now);
    return new Window(
        day(start(settings), now), end, until(settings) == null ? end : day(until(settings), now));
  }

  /**
   * Adds what is wrong with the window of settings, as far as that does not depend on the clock.
   */
  public static void check(SpecRecord settings, Problems problems) {
    boolean relative = start(settings).relative();
    boolean same = until(settings) == null || until(settings).relative() == relative;
    if (same && end(settings).relative() == relative) {
      // Any moment will do: all move with it, or none does.
      check(settings, Instant.parse("2026-01-01T00:00:00Z"), problems);
    }
  }

  /**
   * Adds what is wrong with the window of settings.
   *
   * @return whether nothing is
   */
  public static boolean check(SpecRecord settings, Instant now, Problems problems) {
    Window window = of(settings, now);
    if (window.start >= window.end) {
      String key = settings.has(WorldKeys.START) ? WorldKeys.START : WorldKeys.END;
      problems.add(
          settings.positionOf(key), "start_date is not before end_date; exchange or change them");
      return false;
    }
    if (window.until < window.end) {
      problems.add(
          settings.positionOf(WorldKeys.UNTIL),
          "courses_until is before end_date; give a later date, or leave it out");
      return false;
    }
    if (window.start < 0 || window.until > LATEST) {
      problems.add(
          settings.positionOf(
              window.start < 0
                  ? WorldKeys.START
                  : until(settings) == null ? WorldKeys.END : WorldKeys.UNTIL),
          "dates must lie between 1970 and 2105; the tables of Aspects hold no others");
      return false;
    }
    return true;
  }

  /** Adds what is wrong with the length of courses; the window is checked already. */
  void checkLength(SpecRecord settings, Problems problems) {
    if (settings.has(WorldKeys.LENGTH) && length(settings) >= courseDays()) {
      problems.add(
          settings.positionOf(WorldKeys.LENGTH),
          "course_length_days is %d, but from start_date to %s there are only %d days; courses need at least one more"
              .formatted(
                  length(settings), until == end ? WorldKeys.END : WorldKeys.UNTIL, courseDays()));
    } else if (courseDays() < 2) {
      problems.add(
          settings.positionOf(WorldKeys.END),
          "from start_date to end_date there is only one day; courses need at least two");
    }
  }

  /** Length of courses, in days: as given, else half of the window. */
  int length(SpecRecord settings) {
    return settings
        .whole(WorldKeys.LENGTH)
        .map(Long::intValue)
        .orElse((int) Math.max(1, (end - start) / 2));
  }

  private long courseDays() {
    return until - start;
  }

  private static TimeExpression start(SpecRecord settings) {
    return settings.time(WorldKeys.START).orElse(DEFAULT_START);
  }

  private static TimeExpression end(SpecRecord settings) {
    return settings.time(WorldKeys.END).orElse(DEFAULT_END);
  }

  /** The day by which all courses are over; null when that is the last day. */
  private static TimeExpression until(SpecRecord settings) {
    return settings.time(WorldKeys.UNTIL).orElse(null);
  }

  private static long day(TimeExpression time, Instant now) {
    return time.at(now).atZone(ZoneOffset.UTC).toLocalDate().toEpochDay();
  }
}
