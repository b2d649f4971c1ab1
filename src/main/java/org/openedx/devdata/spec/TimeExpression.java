package org.openedx.devdata.spec;

import java.time.Instant;
import java.util.Optional;

/**
 * A moment as a spec writes it: absolute ({@code 2026-03-29T01:30:00.123456Z}) or relative to the
 * run clock ({@code now - 3d}). Immutable.
 */
public sealed interface TimeExpression permits AbsoluteTime, RelativeTime, TimeBetween {

  /**
   * The moment, to the microsecond, given the run clock.
   *
   * @throws java.time.DateTimeException when a relative time leaves the years 1000 to 9999
   */
  Instant at(Instant now);

  /**
   * Returns whether the moment depends on the run clock; such a value is not compared with the
   * database.
   */
  boolean relative();

  /**
   * Reads a moment.
   *
   * <p>Absolute: {@code 2026-03-29}, {@code 2026-03-29 01:30}, {@code 2026-03-29T01:30:00.123456},
   * each with an optional {@code Z} or offset ({@code +05:30}); without one it is UTC. Relative:
   * {@code now} or {@code today} (its midnight in UTC), then any number of {@code + 1y6mo} or
   * {@code - 3d}; the units are {@code y mo w d h m} (or {@code min}) {@code s}, applied in UTC
   * from left to right, months and years by the calendar. Between two of these: {@code now - 2y ..
   * now @ 0.25}, a quarter of the way.
   *
   * @throws IllegalArgumentException with the reason for a person, without the text itself
   */
  static TimeExpression parse(String text) {
    String trimmed = text.strip();
    Optional<TimeBetween> between = TimeBetween.parse(trimmed);
    if (between.isPresent()) {
      return between.get();
    }
    return RelativeTime.concerns(trimmed)
        ? RelativeTime.parse(trimmed)
        : AbsoluteTime.parse(trimmed);
  }
}
