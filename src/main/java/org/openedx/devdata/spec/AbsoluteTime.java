package org.openedx.devdata.spec;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A moment that does not depend on the run clock. */
record AbsoluteTime(Instant instant) implements TimeExpression {

  private static final Pattern SHAPE =
      Pattern.compile(
          "(\\d{4})-(\\d{2})-(\\d{2})"
              + "(?:(?:[Tt]|[ ]+)(\\d{2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d+))?)?"
              + "[ ]*([Zz]|[+-]\\d{2}(?::?\\d{2})?)?)?");

  private static final int LONGEST = 64;

  /** First moment that a MySQL {@code datetime} can hold. */
  static final Instant FIRST = Instant.parse("1000-01-01T00:00:00Z");

  /** First moment that it can no longer hold. */
  static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

  @Override
  public Instant at(Instant now) {
    return instant;
  }

  @Override
  public boolean relative() {
    return false;
  }

  static AbsoluteTime parse(String text) {
    Matcher shape = text.length() > LONGEST ? SHAPE.matcher("") : SHAPE.matcher(text);
    if (!shape.matches()) {
      throw new IllegalArgumentException(
          "is no time; write one like 2026-03-29T01:30:00Z, 2026-03-29, or now - 3d");
    }
    Instant instant = localTime(shape).toInstant(offset(shape.group(8)));
    if (instant.isBefore(FIRST) || !instant.isBefore(END)) {
      throw new IllegalArgumentException("is outside the years 1000 to 9999 that MySQL can hold");
    }
    return new AbsoluteTime(instant);
  }

  private static LocalDateTime localTime(Matcher shape) {
    int nanos = nanos(shape.group(7));
    LocalDate day;
    try {
      day = LocalDate.of(number(shape, 1), number(shape, 2), number(shape, 3));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("has a day that is not in the calendar; correct it", e);
    }
    try {
      return day.atTime(LocalTime.of(number(shape, 4), number(shape, 5), number(shape, 6), nanos));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "has a time that is not from 00:00:00 to 23:59:59; correct it", e);
    }
  }

  private static int number(Matcher shape, int group) {
    return shape.group(group) == null ? 0 : Integer.parseInt(shape.group(group));
  }

  private static int nanos(String digits) {
    if (digits == null) {
      return 0;
    }
    if (digits.length() > 6) {
      throw new IllegalArgumentException(
          "has " + digits.length() + " decimals of a second; MySQL keeps six, shorten it");
    }
    return Integer.parseInt((digits + "000000000").substring(0, 9));
  }

  private static ZoneOffset offset(String zone) {
    if (zone == null || zone.equalsIgnoreCase("Z")) {
      return ZoneOffset.UTC;
    }
    try {
      return ZoneOffset.of(zone);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "has the offset " + zone + "; offsets go from -18:00 to +18:00");
    }
  }
}
