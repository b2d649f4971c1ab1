package org.openedx.devdata.xapi.model.allot;

import java.util.Arrays;
import java.util.List;
import org.openedx.devdata.world.CourseRun;
import org.openedx.devdata.world.Rhythm;
import org.openedx.devdata.world.World;
import org.openedx.devdata.xapi.model.calendar.Activity;
import org.openedx.devdata.xapi.model.calendar.CalendarEnrolments;
import org.openedx.devdata.xapi.model.calendar.Intensity;
import org.openedx.devdata.xapi.model.calendar.Progress;
import org.openedx.devdata.xapi.model.calendar.RunCalendar;

/**
 * Passes of courses over time: the number of visits up to a moment that are of learners who have
 * passed by then, on the grid of an {@link Intensity}. Estimated from some learners of each run, so
 * that statements that need such a learner can be asked for where there is one. Immutable.
 */
public final class Passes {

  /** Learners of a run that are looked at, at most. */
  private static final int SAMPLE = 64;

  /** Moments of a run's life at which they are. */
  private static final int MOMENTS = 32;

  private final double[] cumulative;
  private final OfRun[] ofRuns;
  private final double visits;

  public Passes(World world, List<RunCalendar> calendars, Intensity intensity) {
    double[] done = new double[intensity.cells() + 1];
    ofRuns = new OfRun[world.runs().size()];
    for (CourseRun run : world.runs()) {
      double[] own = new double[intensity.cells() + 1];
      RunCalendar calendar = calendars.get(run.index());
      double[] passing = passing(world, run, calendar);
      for (int cell = 0; cell < intensity.cells(); cell++) {
        double share = intensity.share(run.index(), cell);
        if (share > 0) {
          double life = calendar.life(Rhythm.toClock(intensity.effort(cell)));
          int moment = (int) (MOMENTS * Math.max(0, Math.min(life, 1)));
          own[cell + 1] = share * passing[moment];
          done[cell + 1] += own[cell + 1];
        }
      }
      ofRuns[run.index()] = OfRun.of(own);
    }
    for (int cell = 0; cell < intensity.cells(); cell++) {
      done[cell + 1] += done[cell];
    }
    this.cumulative = done;
    this.visits = intensity.total();
  }

  /**
   * Visits of those who have passed one run.
   *
   * @param first the point of the grid before which there are none
   * @param cumulative how many come before each point from there on, up to the last such visit
   */
  private record OfRun(int first, double[] cumulative) {

    static OfRun of(double[] eachCell) {
      int first = 0;
      int last = eachCell.length - 1;
      while (last > 1 && eachCell[last] == 0) {
        last--;
      }
      while (first < last - 1 && eachCell[first + 1] == 0) {
        first++;
      }
      double[] sums = Arrays.copyOfRange(eachCell, first, last + 1);
      Arrays.parallelPrefix(sums, Double::sum);
      return new OfRun(first, sums);
    }

    double before(double place) {
      double within = Math.max(0, Math.min(place - first, cumulative.length - 1.0));
      return Intensity.between(cumulative, within);
    }
  }

  /** The part of a run's visitors who have passed, at each moment of its life. */
  private static double[] passing(World world, CourseRun run, RunCalendar calendar) {
    int[] enrolled = new int[MOMENTS + 1];
    for (int moment = 0; moment <= MOMENTS; moment++) {
      enrolled[moment] = calendar.enrolledBefore(calendar.at((double) moment / MOMENTS));
    }
    int places = run.roster().size();
    int sample = Math.min(places, SAMPLE);
    double[] all = new double[MOMENTS + 1];
    double[] passed = new double[MOMENTS + 1];
    for (int i = 0; i < sample; i++) {
      int place = (int) ((long) places * i / sample);
      int learner = run.roster().learner(place);
      long person = CalendarEnrolments.person(run, place);
      double ability = world.learners().ability(learner);
      double pace = world.learners().pace(learner);
      for (int moment = 0; moment <= MOMENTS; moment++) {
        if (place < enrolled[moment]) {
          double life = (double) moment / MOMENTS;
          double visits = Activity.at(person, life);
          all[moment] += visits;
          passed[moment] += Progress.passing(ability, Progress.place(pace, life)) ? visits : 0;
        }
      }
    }
    for (int moment = 0; moment <= MOMENTS; moment++) {
      passed[moment] /= Math.max(all[moment], Double.MIN_NORMAL);
    }
    return passed;
  }

  /** The part of all visits whose learner has passed, 0 to 1. */
  double part() {
    return visits > 0 ? cumulative[cumulative.length - 1] / visits : 0;
  }

  /** The part of those visits that are to one run and come before a place on the grid, 0 to 1. */
  double before(int run, double place) {
    double total = cumulative[cumulative.length - 1];
    return total > 0 ? ofRuns[run].before(place) / total : 0;
  }

  /** The part of those visits that comes before a place on the grid, 0 to 1. */
  double before(double place) {
    double total = cumulative[cumulative.length - 1];
    return total > 0 ? Intensity.between(cumulative, place) / total : 0;
  }
}
