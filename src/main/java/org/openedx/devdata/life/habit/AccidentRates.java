package org.openedx.devdata.life.habit;

/**
 * Accidents of course authors: how many each course run has on average. Immutable.
 *
 * @param hardProblems problems that are far too hard
 * @param brokenProblems problems whose key is wrong, so that every answer is marked as wrong
 * @param corrected share of these whose key is corrected later, and all answers marked again
 * @param deletedUnits units that are deleted while the course runs
 * @param movedUnits units that are moved to the next or the previous subsection then
 * @param publishes times that the course is published again without a change
 * @param until moment from which on no course is published any more, microseconds since 1970
 */
public record AccidentRates(
    double hardProblems,
    double brokenProblems,
    double corrected,
    double deletedUnits,
    double movedUnits,
    double publishes,
    long until) {

  /** Authors who make no mistake. */
  public static final AccidentRates NONE = new AccidentRates(0, 0, 0, 0, 0, 0, Long.MAX_VALUE);

  /** Returns whether there may be any. */
  public boolean isAny() {
    return hardProblems + brokenProblems + deletedUnits + movedUnits + publishes > 0;
  }

  /** The same, of which none is at or after a moment. */
  AccidentRates before(long moment) {
    return new AccidentRates(
        hardProblems, brokenProblems, corrected, deletedUnits, movedUnits, publishes, moment);
  }
}
