package org.openedx.devdata.life.person;

import org.openedx.devdata.life.habit.Habits;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.world.Rhythm;

/**
 * Times of a person's own day and week: moves a moment that a plan has in mind to an hour at which
 * the person studies. Immutable.
 *
 * @param traits of the person
 * @param habits of the kind of course
 */
public record DayRhythm(Traits traits, Habits habits) {

  private static final long MINUTE = 60_000_000L;
  private static final long HOUR = 60 * MINUTE;

  /** 1970-01-01 was a Thursday. */
  private static final int FIRST_WEEKDAY = 3;

  /** Days of a week that are weekend, when all days are alike. */
  private static final double EVEN = 2.0 / 7;

  private static final int NIGHT_ENDS = 7;

  private long offset() {
    return traits.zone().minutes() * MINUTE;
  }

  /** Days since 1970 of a moment, where the person lives. */
  public long day(long micros) {
    return Math.floorDiv(micros + offset(), Rhythm.DAY);
  }

  private boolean isWeekend(long day) {
    int weekday = (int) Math.floorMod(day + FIRST_WEEKDAY, 7L);
    return Math.floorMod(weekday - traits.zone().weekend(), 7) < 2;
  }

  /**
   * A moment of study on the day of another moment, or near it where that day is a free one.
   *
   * @param bits choose the hour and whether a weekend is free
   */
  public long near(long micros, long bits) {
    long day = day(micros);
    double weekend = habits.weekend();
    if (weekend < EVEN && isWeekend(day)) {
      // As many weekends are given up as it takes to reach the share.
      if (!Draw.chance(Draw.of(bits, 0), weekend / EVEN)) {
        day += isWeekend(day + 1) ? 2 : 1;
      }
    }
    return on(day, bits);
  }

  /** A moment of study on a day of the person's. */
  public long on(long day, long bits) {
    double unit = Draw.unit(Draw.of(bits, 1));
    int hour = habits.hours().pick(unit);
    double within = hour + Draw.unit(Draw.of(bits, 2)) + habits.dayShift() * traits.evening();
    // A day that lies behind begins and ends later, not in the middle of the night.
    double wrapped = within < NIGHT_ENDS && hour >= NIGHT_ENDS ? hour + 0.5 : within % 24;
    return day * Rhythm.DAY + (long) (Math.max(0, wrapped) * HOUR) - offset();
  }

  /** The same moment, or the next morning where it lies in the person's night. */
  public long awake(long micros, long bits) {
    long local = micros + offset();
    long day = Math.floorDiv(local, Rhythm.DAY);
    long hour = (local - day * Rhythm.DAY) / HOUR;
    return hour >= 1 && hour < NIGHT_ENDS - 1
        ? day * Rhythm.DAY
            + NIGHT_ENDS * HOUR
            + (long) (Draw.unit(Draw.of(bits, 3)) * 3 * HOUR)
            - offset()
        : micros;
  }
}
