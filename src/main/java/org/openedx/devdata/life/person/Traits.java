package org.openedx.devdata.life.person;

import org.openedx.devdata.life.habit.Habits;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.random.Powers;

/**
 * Lasting traits of a person: the same in every course run but for what a kind of course shifts.
 * Immutable.
 *
 * @param ability in standard deviations of a course's learners
 * @param diligence in standard deviations; goes with ability as far as a course says
 * @param lateness in standard deviations
 * @param speed factor of the time that an answer takes
 * @param evening how far the person's day lies behind that of others, in standard deviations
 * @param videoSpeed the speed at which videos are played, in hundredths
 * @param captions whether captions are wanted
 * @param zone where the person lives
 */
public record Traits(
    double ability,
    double diligence,
    double lateness,
    double speed,
    double evening,
    int videoSpeed,
    boolean captions,
    Zone zone) {

  private static final int[] SPEEDS = {75, 125, 125, 125, 150, 150, 200};
  private static final double FASTER = 0.2;

  /** Correlation of ability with the time that answers take (learner-behaviour.md 5). */
  private static final double THOROUGH = 0.3;

  private static final double CAPTIONS = 0.15;

  /**
   * The traits of a person.
   *
   * @param key of everything that is drawn for the person
   * @param run key of the course run, for what its learners share
   */
  public static Traits of(long key, long run, Habits habits) {
    long bits = Draw.of(key, 64);
    double diligence = normal(bits, 0);
    double shared = habits.effort();
    double own = StrictMath.sqrt(1 - shared * shared);
    double ability = shared * diligence + own * normal(bits, 1);
    double slow = THOROUGH * ability + StrictMath.sqrt(1 - THOROUGH * THOROUGH) * normal(bits, 3);
    return new Traits(
        ability,
        diligence,
        normal(bits, 2),
        Powers.exp(0.4 * slow),
        normal(bits, 4),
        Draw.chance(Draw.of(bits, 5), FASTER)
            ? SPEEDS[Draw.below(Draw.of(bits, 6), SPEEDS.length)]
            : 100,
        Draw.chance(Draw.of(bits, 7), CAPTIONS),
        Zone.of(habits.oneZone() ? Draw.of(run, 65) : Draw.of(bits, 8)));
  }

  private static double normal(long bits, int draw) {
    return Powers.normal(Draw.of(bits, draw));
  }
}
