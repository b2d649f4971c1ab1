package org.openedx.devdata.service.content.archive.toml;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates and times in TOML that are none, or that no column holds. Stateless. */
final class TomlTimes {

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern TIME = Pattern.compile("\\d{2}:\\d{2}:\\d{2}");
  private static final Pattern OFFSET = Pattern.compile("(?<=[\\d.])[+-]\\d{2}:\\d{2}\\b");
  private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"|'[^']*'|#.*");
  private static final int FIRST_YEAR = 1000;
  private static final int LAST_YEAR = 9999;

  private TomlTimes() {}

  /** Says whether a datetime column holds a moment. */
  static boolean fitsColumn(Instant moment) {
    int year = moment.atOffset(ZoneOffset.UTC).getYear();
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }

  /** The first line with a date, time or offset that is none; the parser does not say where. */
  static Optional<Integer> firstWrong(String text) {
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      String values = TEXT.matcher(line).replaceAll("");
      if (isWrong(DATE.matcher(values), LocalDate::parse)
          || isWrong(TIME.matcher(values), LocalTime::parse)
          || isWrong(OFFSET.matcher(values), ZoneOffset::of)) {
        return Optional.of(number);
      }
    }
    return Optional.empty();
  }

  private interface Reading {
    Object read(String text);
  }

  private static boolean isWrong(Matcher matcher, Reading reading) {
    while (matcher.find()) {
      try {
        reading.read(matcher.group());
      } catch (DateTimeException e) {
        return true;
      }
    }
    return false;
  }
}
