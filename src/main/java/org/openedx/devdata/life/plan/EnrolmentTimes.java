package org.openedx.devdata.life.plan;

import java.util.List;
import java.util.Optional;
import org.openedx.devdata.life.habit.Habits;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.random.Powers;
import org.openedx.devdata.world.CourseRun;
import org.openedx.devdata.world.Rhythm;
import org.openedx.devdata.world.Roster;
import org.openedx.devdata.world.WorldSpec;

/**
 * Moments at which the learners of a run enrol: those that a person has named, or places on the
 * curve of the habits (learner-behaviour.md 1.4), in the rhythm of day and week. Immutable.
 */
public final class EnrolmentTimes {

  private static final int EARLIEST_DAYS = 75;
  private static final int LATEST_DAYS = 45;
  private static final double DURING_DAYS = 20;
  private static final int GRID = 256;

  private final Optional<List<Roster.Place>> named;
  private final int places;
  private final long key;
  private final double opens;
  private final double closes;

  /** Share of the learners who have enrolled by each of the even steps of effort time. */
  private final double[] shares = new double[GRID + 1];

  public EnrolmentTimes(CourseRun run, WorldSpec spec, Habits.Enrolling habits) {
    this.named = run.roster().named();
    this.places = run.roster().size();
    this.key = Draw.of(run.randomKey(), 70);
    long first = Math.max(spec.startDay(), run.startDay() - EARLIEST_DAYS);
    long last = Math.min(spec.endDay(), run.endDay() + (habits.after() > 0 ? LATEST_DAYS : 0));
    this.opens = Rhythm.toEffort(Math.min(first, last - 1) * Rhythm.DAY);
    this.closes = Rhythm.toEffort(last * Rhythm.DAY);
    if (named.isEmpty()) {
      double start = Rhythm.toEffort(run.startDay() * Rhythm.DAY);
      double end = Rhythm.toEffort(run.endDay() * Rhythm.DAY);
      for (int i = 0; i <= GRID; i++) {
        shares[i] = share(habits, opens + (closes - opens) * i / GRID, start, end);
      }
    }
  }

  private double share(Habits.Enrolling habits, double at, double start, double end) {
    double day = Rhythm.DAY;
    double mean = habits.beforeDays() * day;
    double earliest = Powers.exp(-Math.max(0, start - opens) / mean);
    double before =
        at >= start || earliest >= 1
            ? 1
            : (Powers.exp(-(start - at) / mean) - earliest) / (1 - earliest);
    double first = Math.max(0, Math.min(1, (at - start) / day));
    double life = Math.max(day, end - start);
    double during =
        (1 - Powers.exp(-Math.max(0, Math.min(life, at - start)) / (DURING_DAYS * day)))
            / (1 - Powers.exp(-life / (DURING_DAYS * day)));
    double after = Math.max(0, Math.min(1, (at - start) / Math.max(day, closes - start)));
    return habits.before() * before
        + habits.firstDay() * first
        + habits.during() * during
        + habits.after() * after;
  }

  /** The moment at which the learner at a place of the roster enrols, microseconds since 1970. */
  public long at(int place) {
    if (named.isPresent()) {
      return named.get().get(place).created();
    }
    double wanted =
        shares[0] + (place + Draw.unit(Draw.of(key, place))) / places * (shares[GRID] - shares[0]);
    int low = 0;
    int high = GRID;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (shares[middle] <= wanted) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double width = shares[high] - shares[low];
    double step = low + (width > 0 ? (wanted - shares[low]) / width : 0.5);
    return Rhythm.toClock((long) (opens + (closes - opens) * step / GRID));
  }
}
