package org.openedx.devdata.xapi.model.allot;

import java.util.List;
import org.openedx.devdata.world.CourseRun;
import org.openedx.devdata.xapi.StatementMix;
import org.openedx.devdata.xapi.StatementType;

/**
 * Divides the random statements between the calendar (learners who leave and come back) and the
 * visits, so that together they have the shares of the mix.
 *
 * @param leavers how many leave each run
 * @param comebacks whether some of them come back
 * @param visitStatements how many statements are made in visits
 * @param visitShares how many of them are of each type, by its ordinal
 */
public record Quotas(int[] leavers, boolean comebacks, long visitStatements, double[] visitShares) {

  /** At most this share of a run's learners leaves; more departures become changes of mind. */
  private static final double MAX_LEAVERS = 0.25;

  /**
   * In a smaller run no learner leaves: its enrolments are too few to come before all departures.
   */
  private static final int SMALLEST_WITH_LEAVERS = 32;

  public static Quotas of(List<CourseRun> runs, long randomStatements, StatementMix mix) {
    double unregistered = randomStatements * mix.share(StatementType.UNREGISTERED);
    double registered = randomStatements * mix.share(StatementType.REGISTERED);
    double maximum = runs.stream().mapToInt(Quotas::maxLeavers).sum();
    double part = maximum == 0 ? 0 : Math.min(1, unregistered / maximum);
    int[] leavers = new int[runs.size()];
    long left = 0;
    long returned = 0;
    for (int index = 0; index < leavers.length; index++) {
      leavers[index] = (int) (maxLeavers(runs.get(index)) * part);
      left += leavers[index];
      returned += (leavers[index] + 2) / 3;
    }
    boolean comebacks = registered - returned >= unregistered - left;
    long visits = randomStatements - left - (comebacks ? returned : 0);
    double[] shares = new double[StatementType.values().length];
    for (StatementType type : StatementType.values()) {
      shares[type.ordinal()] = randomStatements * mix.share(type);
    }
    shares[StatementType.UNREGISTERED.ordinal()] -= left;
    shares[StatementType.REGISTERED.ordinal()] -= comebacks ? returned : 0;
    return new Quotas(leavers, comebacks, visits, shares);
  }

  private static int maxLeavers(CourseRun run) {
    int places = run.roster().size();
    boolean named = run.roster().named().isPresent();
    return named || places < SMALLEST_WITH_LEAVERS ? 0 : (int) (places * MAX_LEAVERS);
  }
}
