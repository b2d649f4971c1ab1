package org.openedx.devdata.cli.report.text;

import java.time.Duration;

/** Amounts of time as people read them. Stateless. */
public final class Times {

  private Times() {}

  /** {@code 0.4 s}, {@code 12 s}, {@code 3 min 20 s}. */
  public static String of(Duration took) {
    long millis = took.toMillis();
    if (millis < 10_000) {
      long tenths = (millis + 50) / 100;
      return tenths / 10 + "." + tenths % 10 + " s";
    }
    long seconds = (millis + 500) / 1000;
    return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
  }
}
