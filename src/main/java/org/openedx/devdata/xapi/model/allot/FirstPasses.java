package org.openedx.devdata.xapi.model.allot;

import java.util.List;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.random.Permutation;
import org.openedx.devdata.world.CourseRun;

/**
 * Turns in which a course is reported as passed for the first time: so many of each run, when its
 * visitors have passed, and for each some learners of whom one is to have passed by then. No
 * learner is among those of two turns, so that none passes a run twice, whatever the frames know of
 * each other. Immutable.
 */
public final class FirstPasses {

  /** Learners for each turn where all have turns, of whom some never pass. */
  public static final int MINIMUM_LEARNERS = 4;

  /** Learners who are looked at for a turn. */
  private static final int MAXIMUM_LEARNERS = 512;

  private static final int ORDERS = 33;

  private final Passes passes;
  private final int turns;
  private final double[] expected;
  private final Permutation[] orders;

  /**
   * @param turns of all runs together
   */
  public FirstPasses(List<CourseRun> runs, Passes passes, long turns, double end) {
    this.passes = passes;
    this.turns = Math.toIntExact(turns);
    this.orders = new Permutation[runs.size()];
    this.expected = new double[runs.size() + 1];
    for (CourseRun run : runs) {
      int index = run.index();
      orders[index] =
          new Permutation(Math.max(1, run.roster().size()), Draw.of(run.randomKey(), ORDERS));
      expected[index + 1] = expected[index] + turns * passes.before(index, end);
    }
  }

  public int runs() {
    return orders.length;
  }

  /** Number of turns before a place on the grid. */
  public long before(double place) {
    long before = 0;
    for (int run = 0; run < orders.length; run++) {
      before += before(run, place);
    }
    return before;
  }

  /** Number of a run's turns before a place on the grid; rounded so that all add up. */
  public int before(int run, double place) {
    double done = expected[run] + turns * passes.before(run, place);
    return (int) (floor(Math.min(done, expected[run + 1])) - floor(expected[run]));
  }

  private long floor(double value) {
    // The sum of all shares is a little less or more than one.
    return Math.min(turns, (long) (value + 1e-6));
  }

  private int all(int run) {
    return (int) (floor(expected[run + 1]) - floor(expected[run]));
  }

  /** Number of learners of whom one may have a turn in a run. */
  public int learners(int run) {
    long places = orders[run].size();
    return (int) Math.min(MAXIMUM_LEARNERS, places / Math.max(1, all(run)));
  }

  /**
   * The place in the roster of a learner who may have a turn.
   *
   * @param turn of the run, from 0
   * @param which below {@link #learners}
   */
  public int place(int run, int turn, int which) {
    return (int) orders[run].at((long) turn * learners(run) + which);
  }
}
