package org.openedx.devdata.xapi.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openedx.devdata.life.habit.HabitReader;
import org.openedx.devdata.life.habit.Habits;
import org.openedx.devdata.world.CourseSize;
import org.openedx.devdata.world.World;
import org.openedx.devdata.world.WorldSpec;
import org.openedx.devdata.xapi.model.EveryStatement;

/** Populations for a number of statements: what is made of them is what was asked for. */
class LifeSizingTest {

  private static final long MAXIMUM = 16_000_000;

  private static WorldSpec world(long seed) {
    return new WorldSpec(
        seed,
        "http://localhost:18000",
        20_000,
        20_200,
        60,
        2,
        120,
        1,
        1,
        List.of(
            new CourseSize("small", 3, 20, 6, 3, 2, 4, 6, 4),
            new CourseSize("large", 1, 60, 10, 6, 3, 6, 10, 8),
            new CourseSize("empty", 1, 0, 4, 2, 1, 2, 2, 2)));
  }

  private static Habits habits(String set) {
    return HabitReader.of(set, Optional.empty()).habits();
  }

  private static long made(WorldSpec world, Habits habits) {
    long[] count = {0};
    EveryStatement.of(new LifeModel(World.of(world), habits), (frame, data) -> count[0]++);
    return count[0];
  }

  @ParameterizedTest
  @CsvSource({"open, 30000", "open, 4000", "campus, 20000", "company, 40000", "campus, 700000"})
  void asManyAreMadeAsWereAskedFor(String set, long wanted) {
    for (long seed = 1; seed <= (wanted > 100_000 ? 1 : 3); seed++) {
      WorldSpec world = world(seed);
      LifeSizing sizing = LifeSizing.of(world, habits(set), wanted, MAXIMUM).orElseThrow();
      assertThat((double) made(sizing.world(), habits(set)))
          .isCloseTo(wanted, within(wanted * LifeSizing.TOLERANCE));
      assertThat((double) sizing.statements())
          .isCloseTo(wanted, within(wanted * LifeSizing.TOLERANCE));
      List<CourseSize> sizes = sizing.world().sizes();
      assertThat((double) sizes.get(1).actors() / sizes.get(0).actors()).isBetween(2.0, 4.5);
      assertThat(sizes.get(2).actors()).isZero();
      assertThat(sizing.world().withLearners(world.learners(), world.sizes())).isEqualTo(world);
    }
  }

  @Test
  void aSizingFollowsFromTheSeed() {
    LifeSizing first = LifeSizing.of(world(4), habits("open"), 10_000, MAXIMUM).orElseThrow();
    assertThat(LifeSizing.of(world(4), habits("open"), 10_000, MAXIMUM)).contains(first);
    assertThat(LifeSizing.of(world(5), habits("open"), 10_000, MAXIMUM)).isNotEqualTo(first);
  }

  @Test
  void aNumberThatTheCoursesDoNotGiveIsFarFromWhatIsMade() {
    LifeSizing sizing = LifeSizing.of(world(1), habits("campus"), 10, MAXIMUM).orElseThrow();
    assertThat(sizing.difference(10)).isGreaterThan(LifeSizing.TOLERANCE);
    assertThat(sizing.world().sizes()).extracting(CourseSize::actors).containsExactly(1, 1, 0);
    assertThat(made(sizing.world(), habits("campus"))).isEqualTo(sizing.statements());
  }

  @Test
  void moreLearnersThanTheMaximumAreNotMade() {
    assertThat(LifeSizing.of(world(1), habits("open"), 1_000_000, 500)).isEmpty();
  }
}
