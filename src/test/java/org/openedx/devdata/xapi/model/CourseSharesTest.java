package org.openedx.devdata.xapi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.world.CourseRun;
import org.openedx.devdata.world.CourseSize;
import org.openedx.devdata.world.World;
import org.openedx.devdata.world.WorldSpec;
import org.openedx.devdata.xapi.StatementMix;

/** How the statements of a whole stream are shared among courses of several sizes. */
class CourseSharesTest {

  private static final int RANDOM = 120_000;
  private static final int RUNS = 6;

  /** As many runs of each: few and many learners, few and many blocks. */
  private static final List<CourseSize> SIZES =
      List.of(
          size("few learners, few blocks", 30, 1),
          size("few learners, many blocks", 30, 9),
          size("many learners, few blocks", 240, 1),
          size("many learners, many blocks", 240, 9));

  private static CourseSize size(String name, int learners, int times) {
    return new CourseSize(
        name, RUNS, learners, 10 * times, 5 * times, times, 2 * times, 6 * times, 6 * times);
  }

  private static World world(long seed) {
    return World.of(
        new WorldSpec(
            seed,
            "http://localhost:18000",
            LocalDate.parse("2025-01-01").toEpochDay(),
            LocalDate.parse("2026-01-01").toEpochDay(),
            120,
            2,
            400,
            1,
            1,
            SIZES));
  }

  /** Statements besides the first enrolments, by run. */
  private static Map<CourseRun, Long> counted(World world) {
    MixModel model = new MixModel(world, StatementMix.standard(), RANDOM, 4_096);
    Map<CourseRun, Long> counts = new HashMap<>();
    EveryStatement.of(
        model, (frame, data) -> counts.merge(world.runs().get(data.courseIndex), 1L, Long::sum));
    counts.replaceAll((run, count) -> count - run.roster().size());
    return counts;
  }

  private static Map<String, Long> bySize(Map<CourseRun, Long> counts) {
    Map<String, Long> sums = new HashMap<>();
    counts.forEach((run, count) -> sums.merge(run.course().size().name(), count, Long::sum));
    return sums;
  }

  @Test
  void everyLargerRunHasMoreStatementsThanEverySmallerOne() {
    Map<CourseRun, Long> counts = counted(world(11));

    assertThat(counts).hasSize(SIZES.size() * RUNS);
    counts.forEach(
        (small, few) ->
            counts.forEach(
                (large, many) -> {
                  CourseSize less = small.course().size();
                  CourseSize more = large.course().size();
                  if (less.actors() <= more.actors()
                      && less.items() <= more.items()
                      && !less.equals(more)) {
                    assertThat(many).as("%s against %s", large, small).isGreaterThan(few);
                  }
                }));
  }

  @Test
  void statementsGrowWithLearnersAndWithTheRootOfTheBlocks() {
    Map<String, Long> sums = bySize(counted(world(12)));

    assertThat(sums.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(RANDOM);
    for (String blocks : List.of("few blocks", "many blocks")) {
      assertThat(
              (double) sums.get("many learners, " + blocks) / sums.get("few learners, " + blocks))
          .isCloseTo(8, within(1.2));
    }
    for (String learners : List.of("few learners", "many learners")) {
      assertThat(
              (double) sums.get(learners + ", many blocks") / sums.get(learners + ", few blocks"))
          .isCloseTo(3, within(0.45));
    }
  }
}
