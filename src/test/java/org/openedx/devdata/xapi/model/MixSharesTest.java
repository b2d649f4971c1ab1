package org.openedx.devdata.xapi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.world.Outline;
import org.openedx.devdata.world.World;
import org.openedx.devdata.xapi.StatementData;
import org.openedx.devdata.xapi.StatementMix;
import org.openedx.devdata.xapi.StatementType;
import org.openedx.devdata.xapi.model.allot.Need;

/** How many statements of each type a model makes. */
class MixSharesTest {

  /** Statements of each type, by ordinal, without the first enrolment of each learner and run. */
  private static long[] counts(World world, StatementMix mix, long statements) {
    long[] counts = new long[StatementType.values().length];
    visitAll(new MixModel(world, mix, statements, 10_000), data -> counts[data.type.ordinal()]++);
    counts[StatementType.REGISTERED.ordinal()] -= world.enrolments();
    return counts;
  }

  private static void visitAll(MixModel model, Consumer<StatementData> visitor) {
    EveryStatement.of(model, (frame, data) -> visitor.accept(data));
  }

  /** Where no learner can pass for the first time there is a grade instead. */
  private static void assertCounts(
      long[] counts, StatementMix mix, long statements, double tolerance) {
    StatementType first = StatementType.FIRST_TIME_PASSED;
    StatementType grade = StatementType.COURSE_GRADE_CALCULATED;
    assertThat((double) counts[first.ordinal()] + counts[grade.ordinal()])
        .isCloseTo(statements * (mix.share(first) + mix.share(grade)), within(tolerance));
    StatementType.weighable()
        .filter(type -> type != first && type != grade)
        .forEach(
            type ->
                assertThat((double) counts[type.ordinal()])
                    .as(type.name())
                    .isCloseTo(statements * mix.share(type), within(tolerance)));
  }

  @Test
  void everyTypeIsThereAsOftenAsItsWeightSays() {
    StatementMix mix = StatementMix.standard();
    long[] counts = counts(Worlds.small(7), mix, 60_000);
    assertCounts(counts, mix, 60_000, 3);
    assertThat(counts[StatementType.FIRST_TIME_PASSED.ordinal()]).isBetween(15L, 19L);
  }

  @Test
  void everyTypeIsThereAsOftenAsItsWeightSaysAmongTenMillion() {
    StatementMix mix = StatementMix.standard();
    long[] counts = counts(Worlds.wide(1), mix, 10_000_000);
    assertCounts(counts, mix, 10_000_000, 5);
    assertThat(counts[StatementType.FIRST_TIME_PASSED.ordinal()]).isBetween(3_050L, 3_100L);
  }

  @Test
  void everyTypeThatCanHaveWeightIsThereAsOftenAsThatSays() {
    Map<StatementType, Double> weights = new EnumMap<>(StatementType.class);
    StatementType.weighable().forEach(type -> weights.put(type, 1.0));
    // Problems of three questions: the weight is that of all their statements.
    StatementMix mix = StatementMix.of(weights);
    long[] counts = counts(Worlds.small(7), mix, 100_000);
    counts[StatementType.MULTI_QUESTION_PROBLEM_CHECK.ordinal()] +=
        counts[StatementType.QUESTION_CHECK.ordinal()];
    assertCounts(counts, mix, 100_000, 5);
  }

  @Test
  void statementsAreAboutWhatTheirCourseHas() {
    World world = ContradictionsTest.lacking(5);
    long[] counts = new long[StatementType.values().length];
    visitAll(
        new MixModel(world, StatementMix.standard(), 60_000, 10_000),
        data -> {
          counts[data.type.ordinal()]++;
          Outline outline = world.runs().get(data.courseIndex).outline();
          for (Need need : List.of(Need.PROBLEMS, Need.VIDEOS, Need.FORUM)) {
            assertThat(need.of(data.type) && !need.isMetBy(outline)).as("%s", data.type).isFalse();
          }
        });
    counts[StatementType.REGISTERED.ordinal()] -= world.enrolments();
    StatementMix mix = StatementMix.standard();
    assertThat((double) counts[StatementType.COURSE_GRADE_CALCULATED.ordinal()])
        .isCloseTo(60_000 * mix.share(StatementType.COURSE_GRADE_CALCULATED), within(3.0));
    assertThat(counts[StatementType.PLAYED_VIDEO.ordinal()]).isGreaterThan(2_000);
    assertThat(counts[StatementType.SERVER_PROBLEM_CHECK.ordinal()]).isGreaterThan(1_500);
  }

  private static StatementMix only(StatementType one) {
    Map<StatementType, Double> weights = new EnumMap<>(StatementType.class);
    StatementType.weighable().forEach(type -> weights.put(type, 0.0));
    weights.put(one, 1.0);
    return StatementMix.of(weights);
  }

  private static Set<StatementType> made(long[] counts) {
    return Stream.of(StatementType.values())
        .filter(type -> counts[type.ordinal()] > 0)
        .collect(Collectors.toSet());
  }

  @Test
  void passesThatNobodyCanTellOfBecomeGrades() {
    long[] counts = counts(Worlds.small(7), only(StatementType.FIRST_TIME_PASSED), 60_000);

    long passed = counts[StatementType.FIRST_TIME_PASSED.ordinal()];
    assertThat(passed).isBetween(50L, Worlds.small(7).enrolments() / 4);
    assertThat(counts[StatementType.COURSE_GRADE_CALCULATED.ordinal()]).isEqualTo(60_000 - passed);
  }

  @Test
  void passedAndFailedAgreeWithTheGrade() {
    Map<StatementType, Double> weights = new EnumMap<>(StatementType.class);
    weights.put(StatementType.NOW_PASSED, 0.3);
    weights.put(StatementType.NOW_FAILED, 1.0);
    StatementMix mix = StatementMix.of(weights);
    int[] told = new int[2];

    visitAll(
        new MixModel(Worlds.small(7), mix, 60_000, 2_000),
        data -> {
          if (data.type == StatementType.NOW_PASSED) {
            assertThat(data.raw).isGreaterThanOrEqualTo(50);
            told[0]++;
          } else if (data.type == StatementType.NOW_FAILED) {
            assertThat(data.raw).isLessThan(50);
            told[1]++;
          }
        });

    assertThat((double) told[0])
        .isCloseTo(60_000 * mix.share(StatementType.NOW_PASSED), within(3.0));
    // In a frame late in the life of the only run all visitors may have passed: grades instead.
    assertThat((double) told[1])
        .isCloseTo(60_000 * mix.share(StatementType.NOW_FAILED), within(8.0));
  }

  @Test
  void whatIsLeftOfAFrameBesideProblemsWithQuestionsAreOtherProblems() {
    long[] counts =
        counts(Worlds.small(7), only(StatementType.MULTI_QUESTION_PROBLEM_CHECK), 60_000);

    assertThat(made(counts))
        .containsExactlyInAnyOrder(
            StatementType.MULTI_QUESTION_PROBLEM_CHECK,
            StatementType.QUESTION_CHECK,
            StatementType.SERVER_PROBLEM_CHECK);
    assertThat(counts[StatementType.MULTI_QUESTION_PROBLEM_CHECK.ordinal()] * 3)
        .isEqualTo(counts[StatementType.QUESTION_CHECK.ordinal()])
        .isGreaterThan(30_000);
  }

  @Test
  void whoeverLeavesTooOftenComesBack() {
    long[] counts = counts(Worlds.small(7), only(StatementType.UNREGISTERED), 60_000);

    assertThat(made(counts))
        .containsExactlyInAnyOrder(StatementType.UNREGISTERED, StatementType.REGISTERED);
  }
}
