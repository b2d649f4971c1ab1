package org.openedx.devdata.life.plan;

import org.openedx.devdata.random.Powers;
import org.openedx.devdata.world.Rhythm;

/**
 * Time from the submission of an assignment to its due moment, as a quantile function: days of
 * 97,088 submissions of OULAD (learner-behaviour.md 3.4). Stateless.
 */
final class Lateness {

  /** Share of learners who submit until so many days before the due moment. */
  private static final double[] SHARES = {0, 0.058, 0.11, 0.189, 0.286, 0.54, 0.832, 0.85, 0.92, 1};

  private static final double[] DAYS = {14, 7, 4.5, 3, 2, 1, 0, -1, -4, -8};

  private Lateness() {}

  /**
   * The time that is left at submission, in microseconds; negative when it is late.
   *
   * @param deviations how late compared with others, in standard deviations
   */
  static long left(double deviations) {
    double share = share(deviations);
    int high = 1;
    while (high < SHARES.length - 1 && SHARES[high] < share) {
      high++;
    }
    double within = (share - SHARES[high - 1]) / (SHARES[high] - SHARES[high - 1]);
    double days = DAYS[high - 1] + within * (DAYS[high] - DAYS[high - 1]);
    return (long) (days * Rhythm.DAY);
  }

  /** Share of the learners who are earlier: the logistic curve nearest to the normal one. */
  static double share(double deviations) {
    return 1 / (1 + Powers.exp(-1.702 * deviations));
  }
}
