package org.openedx.devdata.world;

import org.openedx.devdata.random.Draw;
import org.openedx.devdata.random.Permutation;

/**
 * The days on which the runs of a world start: each in a part of its own of the days on which one
 * can, in a shuffled order, so that a few runs are spread as evenly as many. Immutable.
 */
final class Starts {

  private final WorldSpec spec;
  private final Permutation order;

  /**
   * @param key chooses the order
   */
  Starts(WorldSpec spec, long key) {
    this.spec = spec;
    this.order =
        new Permutation(Math.max(1, spec.sizes().stream().mapToLong(CourseSize::runs).sum()), key);
  }

  /** The day of a run, days since 1970. */
  long of(int run, long bits) {
    long days = spec.coursesUntilDay() - spec.startDay() - spec.courseLengthDays();
    long part = order.at(run);
    long first = part * days / order.size();
    long after = Math.max(first + 1, (part + 1) * days / order.size());
    if (part == 0 && spec.endDay() < spec.coursesUntilDay()) {
      // So that there is always one that has begun.
      after = Math.min(after, Math.max(1, (spec.endDay() - spec.startDay()) / 2));
    }
    return spec.startDay() + first + Draw.below(bits, after - first);
  }
}
