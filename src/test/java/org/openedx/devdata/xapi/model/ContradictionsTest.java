package org.openedx.devdata.xapi.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openedx.devdata.world.CourseSize;
import org.openedx.devdata.world.World;
import org.openedx.devdata.xapi.StatementMix;
import org.openedx.devdata.xapi.StatementType;

/** No stream contradicts itself, whatever the seed, the world and the mix. */
class ContradictionsTest {

  private static final StatementMix STANDARD = StatementMix.standard();

  static Stream<Arguments> streams() {
    return Stream.of(
        Arguments.of("few learners", new MixModel(Worlds.small(1), STANDARD, 100_000, 1_000)),
        Arguments.of("another seed", new MixModel(Worlds.small(2), STANDARD, 100_000, 7_000)),
        Arguments.of("many learners", new MixModel(Worlds.wide(3), STANDARD, 300_000, 10_000)),
        Arguments.of("every type", new MixModel(Worlds.small(4), everyType(), 100_000, 2_000)),
        Arguments.of("one frame", new MixModel(Worlds.small(5), STANDARD, 60_000, 65_536)),
        Arguments.of("more answers than problems", new MixModel(tiny(6), STANDARD, 50_000, 1_000)),
        Arguments.of("courses without", new MixModel(lacking(6), STANDARD, 50_000, 1_000)),
        Arguments.of("videos", new MixModel(Worlds.small(7), only(VIDEO), 50_000, 1_000)),
        Arguments.of("answers", new MixModel(Worlds.small(8), only(ANSWERS), 50_000, 1_000)),
        Arguments.of("exams", new MixModel(tiny(10), only(EXAMS), 50_000, 1_000)),
        Arguments.of("more completed than played", new MixModel(tiny(9), only(END), 9_000, 500)));
  }

  private static final List<StatementType> VIDEO =
      List.of(
          StatementType.LOADED_VIDEO, StatementType.PLAYED_VIDEO, StatementType.COMPLETED_VIDEO);
  private static final List<StatementType> ANSWERS =
      List.of(
          StatementType.SERVER_PROBLEM_CHECK,
          StatementType.PROBLEM_SUBMITTED,
          StatementType.SERVER_PROBLEM_CHECK_UNTYPED,
          StatementType.MULTI_QUESTION_PROBLEM_CHECK);
  private static final List<StatementType> EXAMS =
      List.of(
          StatementType.TIMED_EXAM_CREATED,
          StatementType.TIMED_EXAM_SUBMITTED,
          StatementType.PROCTORED_EXAM_CREATED,
          StatementType.PROCTORED_EXAM_SUBMITTED,
          StatementType.SERVER_PROBLEM_CHECK);
  private static final List<StatementType> END =
      List.of(
          StatementType.COMPLETED_VIDEO,
          StatementType.LOADED_VIDEO,
          StatementType.SERVER_PROBLEM_CHECK);

  private static StatementMix everyType() {
    Map<StatementType, Double> weights = new EnumMap<>(StatementType.class);
    StatementType.weighable().forEach(type -> weights.put(type, 1.0));
    return StatementMix.of(weights);
  }

  private static StatementMix only(List<StatementType> some) {
    Map<StatementType, Double> weights = new EnumMap<>(StatementType.class);
    StatementType.weighable().forEach(type -> weights.put(type, some.contains(type) ? 1.0 : 0.0));
    return StatementMix.of(weights);
  }

  /** Ten learners and five problems: two thousand answers to fifty pairs of them. */
  private static World tiny(long seed) {
    return Worlds.of(seed, 10, List.of(new CourseSize("tiny", 2, 10, 5, 2, 1, 2, 3, 2)));
  }

  /** Courses with videos, with problems and with a forum only. */
  static World lacking(long seed) {
    return Worlds.of(
        seed,
        200,
        List.of(
            new CourseSize("videos", 3, 100, 0, 20, 3, 6, 20, 0),
            new CourseSize("problems", 3, 100, 40, 0, 3, 6, 20, 0),
            new CourseSize("forum", 3, 100, 0, 0, 3, 6, 20, 9)));
  }

  /** A learner passes a course for the first time once, however many passes the mix asks for. */
  @Test
  void noCourseIsPassedForTheFirstTimeTwice() {
    long all = 0;
    for (int seed = 0; seed < 60; seed++) {
      Map<StatementType, Double> weights = new EnumMap<>(StatementType.class);
      weights.put(StatementType.FIRST_TIME_PASSED, Math.pow(10, seed % 4 - 2));
      World world = seed % 3 == 0 ? tiny(seed) : Worlds.small(seed);
      MixModel model = new MixModel(world, StatementMix.of(weights), 20_000, 1_000 << seed % 5);
      Contradictions found = Contradictions.of(model);
      assertThat(found.passedAgain).as("seed %d: %s", seed, found).isZero();
      all += found.firstPasses();
    }
    assertThat(all).isGreaterThan(1_000);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("streams")
  void aStreamDoesNotContradictItself(String name, MixModel model) {
    Contradictions found = Contradictions.of(model);
    assertThat(found.counts().values()).as("%s", found).containsOnly(0L);
    assertThat(found.answers + found.completions).isPositive();
  }
}
