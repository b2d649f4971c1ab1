package org.openedx.devdata.xapi.model.calendar;

import org.openedx.devdata.random.Draw;

/**
 * Activity of a learner in a run: most a little, some very much, and more than half fall silent
 * before the end. Stateless.
 */
public final class Activity {

  private static final double QUIET = 0.04;

  private Activity() {}

  /**
   * The chance that a visit goes to this learner rather than to another.
   *
   * @param person chooses all that is drawn for a learner in a run
   * @param life how much of the run is over, 0 to 1
   */
  public static double at(long person, double life) {
    double level = Draw.unit(Draw.of(person, 0));
    double lastsUntil = 2.2 * Draw.unit(Draw.of(person, 1));
    double share = QUIET + (1 - QUIET) * level * level * level;
    return life <= lastsUntil ? share : share * QUIET;
  }
}
