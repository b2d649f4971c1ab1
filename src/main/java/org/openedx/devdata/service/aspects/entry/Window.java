package org.openedx.devdata.service.aspects.entry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.SpecRecord;
import org.openedx.devdata.spec.TimeExpression;

/**
 * The days on which learners do anything.
 *
 * @param start first day, days since 1970
 * @param end the day after the last
 */
record Window(long start, long end) {

  private static final String START = "start_date";
  private static final String END = "end_date";
  private static final TimeExpression USUAL_START = TimeExpression.parse("today - 90d");
  private static final TimeExpression USUAL_END = TimeExpression.parse("today");

  /** Derived tables of Aspects keep seconds in 32 bits. */
  private static final long LATEST = LocalDate.parse("2106-01-01").toEpochDay();

  /** The window of a spec at a time of the run clock. */
  static Window of(ServiceSpec spec, Instant now) {
    return new Window(
        day(time(spec, START, USUAL_START), now), day(time(spec, END, USUAL_END), now));
  }

  /** Adds what is wrong with the window of a spec, as far as that does not depend on the clock. */
  static void check(ServiceSpec spec, Problems problems) {
    boolean relative = time(spec, START, USUAL_START).relative();
    if (relative == time(spec, END, USUAL_END).relative()) {
      // Any moment will do: both move with it, or neither does.
      check(spec, Instant.parse("2026-01-01T00:00:00Z"), problems);
    }
  }

  /** Adds what is wrong with the window of a spec. */
  static void check(ServiceSpec spec, Instant now, Problems problems) {
    Window window = of(spec, now);
    SpecRecord settings = spec.settings();
    if (window.start() >= window.end()) {
      problems.add(
          settings.positionOf(settings.has(END) ? END : START),
          "start_date is not before end_date; exchange or change them");
    } else if (window.start() < 0 || window.end() > LATEST) {
      problems.add(
          settings.positionOf(window.start() < 0 ? START : END),
          "dates must lie between 1970 and 2105; the tables of Aspects hold no others");
    }
  }

  int days() {
    return (int) (end - start);
  }

  private static TimeExpression time(ServiceSpec spec, String field, TimeExpression usual) {
    return spec.settings().time(field).orElse(usual);
  }

  private static long day(TimeExpression time, Instant now) {
    return time.at(now).atZone(ZoneOffset.UTC).toLocalDate().toEpochDay();
  }
}
