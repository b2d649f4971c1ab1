package org.openedx.devdata.life.event;

import org.openedx.devdata.random.Draw;
import org.openedx.devdata.world.CourseRun;
import org.openedx.devdata.world.World;

/**
 * The moments that are a course run's own, so that no two events of a learner in different runs are
 * at one. In a world whose courses a person has named, they follow from the key of the course
 * alone, unless another has taken them: courses that come later move nothing. Immutable.
 *
 * @param lane place of the run
 * @param lanes number of places, of which each has two microseconds in turn
 */
public record MomentGrid(int lane, int lanes) {

  private static final int FEWEST = 256;

  /** Courses take at most half of the places, so that few are taken twice. */
  private static final int ROOM = 4;

  private static final int CHOICE = 73;

  /** The grid of a run of a world. */
  public static MomentGrid of(World world, int run) {
    int runs = world.runs().size();
    if (world.runs().get(run).roster().named().isEmpty()) {
      return new MomentGrid(run, runs);
    }
    int lanes = Math.max(FEWEST, Integer.highestOneBit(runs * ROOM));
    boolean[] taken = new boolean[lanes];
    int lane = 0;
    for (CourseRun one : world.runs().subList(0, run + 1)) {
      lane = Draw.below(Draw.of(one.randomKey(), CHOICE), lanes);
      while (taken[lane]) {
        lane = (lane + 1) % lanes;
      }
      taken[lane] = true;
    }
    return new MomentGrid(lane, lanes);
  }

  /** Microseconds from one moment of a run to the next. */
  long unit() {
    return 2L * lanes;
  }

  /** The place on the grid of an event that stands alone, microseconds since 1970. */
  public long at(long micros) {
    return Math.floorDiv(micros, unit()) * unit() + lane;
  }

  /** The same of an event in the forum, microseconds since 1970. */
  long inForum(long micros) {
    return at(micros) + lanes;
  }
}
