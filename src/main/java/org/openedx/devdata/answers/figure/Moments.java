package org.openedx.devdata.answers.figure;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.openedx.devdata.world.Rhythm;

/** Texts and parts of moments, as ClickHouse shows them. Stateless. */
public final class Moments {

  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final long SECOND_MICROS = 1_000_000;
  private static final long HOUR_SECONDS = 3_600;

  private Moments() {}

  /** The day of a moment, counted from 1970. */
  public static int dayOf(long micros) {
    return (int) Math.floorDiv(micros, Rhythm.DAY);
  }

  /** The hour of a moment, counted from 1970. */
  public static int hourOf(long micros) {
    return (int) Math.floorDiv(micros, HOUR_SECONDS * SECOND_MICROS);
  }

  static String second(long micros) {
    long second = Math.floorDiv(micros, SECOND_MICROS);
    return SECOND.format(LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC));
  }

  /** The first second of an hour, as text. */
  public static String hour(long hour) {
    return second(hour * HOUR_SECONDS * SECOND_MICROS);
  }

  static String day(long day) {
    return LocalDate.ofEpochDay(day).toString();
  }
}
