package org.openedx.devdata.spec;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A moment counted from the run clock.
 *
 * @param today whether from midnight UTC of the run clock, and not from the clock itself
 * @param shifts what to add, in this order
 */
record RelativeTime(boolean today, List<Shift> shifts) implements TimeExpression {

  /** A number of units, negative for the past. */
  record Shift(int amount, ChronoUnit unit) {}

  private static final Map<String, ChronoUnit> UNITS =
      Map.of(
          "y", ChronoUnit.YEARS,
          "mo", ChronoUnit.MONTHS,
          "w", ChronoUnit.WEEKS,
          "d", ChronoUnit.DAYS,
          "h", ChronoUnit.HOURS,
          "m", ChronoUnit.MINUTES,
          "min", ChronoUnit.MINUTES,
          "s", ChronoUnit.SECONDS);

  private static final Pattern ANCHOR = Pattern.compile("(now|today)(?![A-Za-z0-9_])");
  private static final Pattern SIGN = Pattern.compile("\\s*([+-])\\s*");
  private static final Pattern PART = Pattern.compile("(\\d+)([A-Za-z]*)");
  private static final long MAX_SECONDS = 1000 * ChronoUnit.YEARS.getDuration().toSeconds();
  private static final int LONGEST = 200;

  RelativeTime {
    shifts = List.copyOf(shifts);
  }

  @Override
  public Instant at(Instant now) {
    ZonedDateTime time =
        now.truncatedTo(today ? ChronoUnit.DAYS : ChronoUnit.MICROS).atZone(ZoneOffset.UTC);
    for (Shift shift : shifts) {
      time = time.plus(shift.amount(), shift.unit());
    }
    Instant instant = time.toInstant();
    if (instant.isBefore(AbsoluteTime.FIRST) || !instant.isBefore(AbsoluteTime.END)) {
      throw new DateTimeException(instant + " is outside the years 1000 to 9999");
    }
    return instant;
  }

  @Override
  public boolean relative() {
    return true;
  }

  /** Returns whether a text means to be relative. */
  static boolean concerns(String text) {
    return ANCHOR.matcher(text).lookingAt();
  }

  static RelativeTime parse(String text) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException("is too long for a time; write one like now - 3d");
    }
    Matcher anchor = ANCHOR.matcher(text);
    if (!anchor.lookingAt()) {
      throw new IllegalArgumentException("must begin with now or today");
    }
    List<Shift> shifts = new ArrayList<>();
    int index = anchor.end();
    while (index < text.length()) {
      Matcher sign = SIGN.matcher(text).region(index, text.length());
      if (!sign.lookingAt()) {
        throw new IllegalArgumentException(
            "has \"%s\" where + or - is expected; write one like now - 3d"
                .formatted(text.substring(index).strip()));
      }
      index = durations(text, sign.end(), sign.group(1).equals("-") ? -1 : 1, shifts);
    }
    checkReach(shifts);
    return new RelativeTime(anchor.group(1).equals("today"), shifts);
  }

  private static int durations(String text, int start, int sign, List<Shift> shifts) {
    int index = start;
    Matcher part = PART.matcher(text);
    while (part.region(index, text.length()).lookingAt()) {
      shifts.add(shift(part.group(1), part.group(2), sign));
      index = part.end();
    }
    if (index == start) {
      throw new IllegalArgumentException(
          "needs a number and a unit after \"%s\", such as 3d".formatted(text.substring(0, start)));
    }
    return index;
  }

  private static Shift shift(String amount, String unit, int sign) {
    if (unit.isEmpty()) {
      throw new IllegalArgumentException(
          "has no unit after %s; units are y, mo, w, d, h, m, s".formatted(amount));
    }
    ChronoUnit known = UNITS.get(unit);
    if (known == null) {
      throw new IllegalArgumentException(
          "has the unknown unit \"%s\"; units are y, mo (months), w, d, h, m (minutes), s"
              .formatted(unit));
    }
    if (amount.length() > 9) {
      throw tooFar();
    }
    return new Shift(sign * Integer.parseInt(amount), known);
  }

  private static void checkReach(List<Shift> shifts) {
    long seconds = 0;
    for (Shift shift : shifts) {
      seconds += shift.amount() * shift.unit().getDuration().toSeconds();
      if (Math.abs(seconds) > MAX_SECONDS) {
        throw tooFar();
      }
    }
  }

  private static IllegalArgumentException tooFar() {
    return new IllegalArgumentException("reaches further than 1000 years");
  }
}
