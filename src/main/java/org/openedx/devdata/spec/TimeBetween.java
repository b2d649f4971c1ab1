package org.openedx.devdata.spec;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A moment a fraction of the way from one to another, written {@code now - 2y .. now @ 0.25}.
 *
 * @param from where the way begins
 * @param to where it ends; where the run clock puts it before the beginning, the moment is {@code
 *     from}
 * @param fraction from 0 up to 1
 */
public record TimeBetween(TimeExpression from, TimeExpression to, double fraction)
    implements TimeExpression {

  private static final long BILLION = 1_000_000_000;

  private static final Pattern SHAPE =
      Pattern.compile("(.{1,200}?) \\.\\. (.{1,200}?) @ (0\\.\\d{1,17})");

  /** Any clock shows in which order two relative times are. */
  private static final Instant CLOCK = Instant.parse("2000-06-15T12:00:00Z");

  /** The text of a moment between two, as {@link TimeExpression#parse} reads it. */
  public static String text(String from, String to, double fraction) {
    long billionths = Math.min((long) (fraction * BILLION), BILLION - 1);
    // With nine digits: the one before them is cut off.
    return from + " .. " + to + " @ 0." + Long.toString(BILLION + billionths).substring(1);
  }

  /**
   * Returns whether the second of two times is not before the first; empty where the clock decides.
   */
  public static Optional<Boolean> isForward(TimeExpression from, TimeExpression to) {
    return from.relative() == to.relative()
        ? Optional.of(!to.at(CLOCK).isBefore(from.at(CLOCK)))
        : Optional.empty();
  }

  static Optional<TimeBetween> parse(String text) {
    if (!text.contains(" .. ")) {
      return Optional.empty();
    }
    Matcher shape = SHAPE.matcher(text);
    if (!shape.matches()) {
      throw new IllegalArgumentException(
          "is no time between two; write one like now - 2y .. now @ 0.25");
    }
    return Optional.of(
        new TimeBetween(
            TimeExpression.parse(shape.group(1)),
            TimeExpression.parse(shape.group(2)),
            Double.parseDouble(shape.group(3))));
  }

  @Override
  public Instant at(Instant now) {
    Instant start = from.at(now);
    long micros = Math.max(0, ChronoUnit.MICROS.between(start, to.at(now)));
    return start.plus(Duration.of((long) (micros * fraction), ChronoUnit.MICROS));
  }

  @Override
  public boolean relative() {
    return from.relative() || to.relative();
  }
}
