package org.openedx.devdata.xapi.model.allot;

import org.openedx.devdata.xapi.StatementType;

/**
 * Divides the statements of visits into those that must stand together or with certain learners,
 * which are counted for each frame, and the others, whose types are drawn one by one.
 *
 * @param statements of all visits
 * @param firstPasses number of statements that report a course as passed for the first time
 * @param passes number of statements that report it as passed now
 * @param groups problems with three questions: the whole and each question
 * @param changes changes of mind: {@code unregistered}, then {@code registered} again
 * @param shares of the types that are drawn, by ordinal of the type
 */
public record Portions(
    long statements, long firstPasses, long passes, long groups, long changes, double[] shares) {

  public static final int STATEMENTS_OF_A_GROUP = 4;
  static final int STATEMENTS_OF_A_CHANGE = 2;

  /** So that what is left of a frame beside them has a type when nothing else has weight. */
  private static final double SOME = 1e-9;

  /**
   * @param enrolments of all learners in all runs, each of which may be passed once
   */
  public static Portions of(Quotas quotas, Passes passes, long enrolments) {
    double[] shares = quotas.visitShares().clone();
    double first = take(shares, StatementType.FIRST_TIME_PASSED);
    double again = take(shares, StatementType.NOW_PASSED);
    // What the mix asks for beyond the visits of those who have passed become grades.
    long maximum = (long) (quotas.visitStatements() * passes.part());
    long turns = Math.min(maximum, enrolments / FirstPasses.MINIMUM_LEARNERS);
    long firstPasses = Math.min(Math.round(first), turns);
    long morePasses = Math.min(Math.round(again), maximum - firstPasses);
    leave(shares, StatementType.COURSE_GRADE_CALCULATED, first + again, firstPasses + morePasses);

    double questions = take(shares, StatementType.MULTI_QUESTION_PROBLEM_CHECK);
    long groups = Math.round(questions / STATEMENTS_OF_A_GROUP);
    leave(shares, StatementType.SERVER_PROBLEM_CHECK, questions, STATEMENTS_OF_A_GROUP * groups);

    // One without a registration after it would leave statements of a learner who has left.
    double left = take(shares, StatementType.UNREGISTERED);
    double returned = shares[StatementType.REGISTERED.ordinal()];
    long changes = (long) Math.min(Math.round(left), (left + returned) / STATEMENTS_OF_A_CHANGE);
    leave(shares, StatementType.REGISTERED, left, STATEMENTS_OF_A_CHANGE * changes);
    return new Portions(quotas.visitStatements(), firstPasses, morePasses, groups, changes, shares);
  }

  /** The part of the statements that are answers or send them, 0 to 1. */
  public double sittings() {
    double drawn = 0;
    double needed = 0;
    for (StatementType type : StatementType.values()) {
      drawn += shares[type.ordinal()];
      needed += Need.SITTING.of(type) ? shares[type.ordinal()] : 0;
    }
    double grouped = (double) STATEMENTS_OF_A_GROUP * groups;
    return (needed + grouped)
        / Math.max(1, drawn + grouped + STATEMENTS_OF_A_CHANGE * changes + firstPasses + passes);
  }

  private static double take(double[] shares, StatementType type) {
    double share = shares[type.ordinal()];
    shares[type.ordinal()] = 0;
    return share;
  }

  /** Leaves to another type what was asked for and is not counted by frame. */
  private static void leave(double[] shares, StatementType to, double asked, double counted) {
    if (asked > 0) {
      shares[to.ordinal()] = Math.max(SOME, shares[to.ordinal()] + asked - counted);
    }
  }
}
