package org.openedx.devdata.xapi.model;

import java.util.Arrays;
import java.util.List;
import org.openedx.devdata.world.Learners;
import org.openedx.devdata.world.World;
import org.openedx.devdata.xapi.model.allot.FirstPasses;
import org.openedx.devdata.xapi.model.allot.FramePlan;
import org.openedx.devdata.xapi.model.calendar.Progress;
import org.openedx.devdata.xapi.model.calendar.RunCalendar;

/**
 * Visits of a frame in which a learner passes a run for the first time. Mutable, not thread-safe.
 */
final class PassTurns {

  private final World world;
  private final List<RunCalendar> calendars;
  private final FramePlan plan;
  private final FirstPasses firstPasses;
  private int[] runs = new int[16];
  private int[] turns = new int[16];
  private int count;
  private int run;

  PassTurns(World world, List<RunCalendar> calendars, FramePlan plan, FirstPasses firstPasses) {
    this.world = world;
    this.calendars = calendars;
    this.plan = plan;
    this.firstPasses = firstPasses;
  }

  /** Begins a frame. */
  void open(int frame) {
    double begin = plan.place(frame);
    double end = plan.place(frame + 1);
    count = 0;
    for (int each = 0; each < firstPasses.runs(); each++) {
      int last = firstPasses.before(each, end);
      for (int turn = firstPasses.before(each, begin); turn < last; turn++) {
        add(each, turn);
      }
    }
  }

  private void add(int ofRun, int turn) {
    if (count == runs.length) {
      runs = Arrays.copyOf(runs, count * 2);
      turns = Arrays.copyOf(turns, count * 2);
    }
    runs[count] = ofRun;
    turns[count++] = turn;
  }

  /**
   * The number of the turn that one of a frame's visits takes, or -1: they are spread over all.
   *
   * @param visits how many there are
   */
  int of(int visit, int visits) {
    int before = (int) ((long) visit * count / visits);
    return (int) ((visit + 1L) * count / visits) > before ? before : -1;
  }

  /**
   * Finds the place of a learner who has passed by then, or -1; {@link #run} is where.
   *
   * @param start when the visit begins, microseconds since 1970
   * @param end when it ends
   */
  int learner(int number, long start, long end) {
    run = runs[number];
    RunCalendar calendar = calendars.get(run);
    if (start < calendar.start() || end > calendar.end()) {
      return -1;
    }
    Learners learners = world.learners();
    double life = calendar.life(start);
    int enrolled = calendar.enrolledBefore(start);
    for (int which = 0; which < firstPasses.learners(run); which++) {
      int place = firstPasses.place(run, turns[number], which);
      if (place < enrolled && !calendar.away(place, start, end)) {
        int learner = world.runs().get(run).roster().learner(place);
        double reached = Progress.place(learners.pace(learner), life);
        if (Progress.passing(learners.ability(learner), reached)) {
          return place;
        }
      }
    }
    return -1;
  }

  /** The run of the learner who was found. */
  int run() {
    return run;
  }
}
