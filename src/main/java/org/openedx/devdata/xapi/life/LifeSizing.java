package org.openedx.devdata.xapi.life;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openedx.devdata.life.habit.Habits;
import org.openedx.devdata.world.CourseSize;
import org.openedx.devdata.world.World;
import org.openedx.devdata.world.WorldSpec;

/**
 * A world with so many learners that their lives make about as many statements as were asked for.
 * Follows from the seed alone. Values are immutable.
 *
 * @param world the same courses, with other numbers of learners
 * @param statements how many there are, about
 */
public record LifeSizing(WorldSpec world, long statements) {

  /** Share of the number asked for by which a sizing may differ from it. */
  public static final double TOLERANCE = 0.02;

  /** Share by which one differs after which no better one is looked for. */
  private static final double GOOD = 0.004;

  private static final int ROUNDS = 6;

  /** Worlds that differ in the number of learners only. */
  private record Scale(WorldSpec world, Habits habits) {

    /**
     * The world with so many times the learners in each course.
     *
     * @param learners how many there are in all, unless a course has more
     */
    WorldSpec times(double factor, int learners) {
      int largest = 0;
      List<CourseSize> sizes = new ArrayList<>();
      for (CourseSize size : world.sizes()) {
        long actors = size.actors() == 0 ? 0 : Math.max(1, Math.round(size.actors() * factor));
        sizes.add(size.withActors((int) actors));
        largest = Math.max(largest, (int) actors);
      }
      return world.withLearners(Math.max(learners, largest), sizes);
    }

    LifeCensus census(WorldSpec of) {
      return LifeCensus.of(new LifeModel(World.of(of), habits));
    }
  }

  /**
   * The sizing of a world; as near as its courses allow, which may be far from the number when that
   * is small. Nothing when it takes more learners than the maximum.
   *
   * @param world of which the ratios between courses stay
   * @param wanted number of statements, at least 1
   */
  public static Optional<LifeSizing> of(
      WorldSpec world, Habits habits, long wanted, long maximumLearners) {
    Scale scale = new Scale(world, habits);
    double factor = wanted / Math.max(1, scale.census(world).statements());
    if (world.learners() * factor > maximumLearners) {
      return Optional.empty();
    }
    int learners = (int) Math.max(1, Math.round(world.learners() * factor));
    LifeSizing best = null;
    for (int round = 0; round < ROUNDS; round++) {
      WorldSpec scaled = scale.times(factor, learners);
      LifeCensus made = scale.census(scaled);
      if (!made.isExact()) {
        return Optional.of(sampled(scale, wanted, factor, made));
      }
      LifeSizing sizing = new LifeSizing(scaled, Math.round(made.statements()));
      best = best == null || sizing.difference(wanted) < best.difference(wanted) ? sizing : best;
      if (best.difference(wanted) < GOOD) {
        break;
      }
      factor *= wanted / Math.max(1, made.statements());
    }
    return Optional.of(best);
  }

  /** A sizing by the mean of two samples: of a scaled world, and of one that it has corrected. */
  private static LifeSizing sampled(Scale scale, long wanted, double factor, LifeCensus first) {
    double before = first.statements() / factor;
    double corrected = wanted / before;
    int learners = (int) Math.max(1, Math.round(scale.world().learners() * corrected));
    LifeCensus second = scale.census(scale.times(corrected, learners));
    double mean = (before + second.statements() / corrected) / 2;
    double last = wanted / mean;
    return new LifeSizing(scale.times(last, learners), Math.round(mean * last));
  }

  /** Share of a number by which this differs from it. */
  public double difference(long wanted) {
    return Math.abs((double) statements - wanted) / wanted;
  }
}
