package org.openedx.devdata.sink.log;

import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * Names of the files of a log.
 *
 * @param base what all begin with
 * @param mark names the slice; empty for the whole
 */
public record LogNames(String base, String mark) {

  /** The name of a file of a day: {@code tracking-2026-02-01-00012.log}. */
  String ofDay(int day, int number, String suffix) {
    return "%s-%s-%05d%s.log%s".formatted(base, LocalDate.ofEpochDay(day), number, mark, suffix);
  }

  /** The name of one of several files: {@code tracking-00012.log}; of the only one, less. */
  String ofNumber(int number, String suffix) {
    String count = number < 0 ? "" : "-%05d".formatted(number);
    return base + count + mark + ".log" + suffix;
  }

  /** Tests whether a file has a name as this gives them. */
  public boolean matches(String name) {
    return name.matches(
        Pattern.quote(base)
            + "(-\\d{4}-\\d\\d-\\d\\d)?(-\\d{5,})?"
            + Pattern.quote(mark)
            + "\\.log(\\.\\w+)?");
  }
}
