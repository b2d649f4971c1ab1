package org.openedx.devdata.xapi.model.calendar;

import org.openedx.devdata.bytes.JsonText;
import org.openedx.devdata.random.Draw;

/**
 * Progress of a learner in a run and its grade: functions of ability, pace and time that only rise.
 * Stateless.
 */
public final class Progress {

  /** From this percent grade on a course is passed. */
  private static final int PASSING = 50;

  static final JsonText PASS = JsonText.of("Pass");
  static final JsonText FAIL = JsonText.of("Fail");

  private static final int MODE = 4;
  private static final JsonText[] MODES = {
    JsonText.of("audit"), JsonText.of("honor"), JsonText.of("verified")
  };

  private Progress() {}

  /** The place in the course, 0 to 1, that a learner has reached. */
  public static double place(double pace, double life) {
    return Math.max(0, Math.min(0.9999, pace * life));
  }

  /**
   * Place of a visitor who has reached a place: often a little before it, seldom far ahead.
   *
   * @param bits choose how far
   */
  public static double near(double reached, long bits) {
    return Math.max(0, Math.min(0.9999, reached + 0.1 * (Draw.unit(bits) - 0.7)));
  }

  /** The percent grade at a place in the course. */
  public static int grade(double ability, double place) {
    return (int) (100 * Math.min(1, place * (0.3 + 1.1 * ability)));
  }

  /** Returns whether the course is passed at a place in it. */
  public static boolean passing(double ability, double place) {
    return grade(ability, place) >= PASSING;
  }

  public static JsonText classOf(int grade) {
    return grade >= PASSING ? PASS : FAIL;
  }

  /** The mode of an enrolment, the same for as long as it lasts. */
  static JsonText mode(long person) {
    int hundredth = Draw.below(Draw.of(person, MODE), 100);
    return MODES[hundredth < 65 ? 0 : hundredth < 78 ? 1 : 2];
  }
}
