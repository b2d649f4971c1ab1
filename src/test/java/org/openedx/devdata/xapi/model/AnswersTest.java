package org.openedx.devdata.xapi.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.xapi.StatementData;
import org.openedx.devdata.xapi.StatementMix;
import org.openedx.devdata.xapi.StatementType;

/** Scores, success, responses and classes of grade agree, in every type that has them. */
class AnswersTest {

  private static final int STATEMENTS = 40_000;

  private interface Visitor {
    void visit(StatementData data);
  }

  /** Visits a stream in which every type is. */
  private static void visitAll(Visitor visitor) {
    Map<StatementType, Double> weights = new EnumMap<>(StatementType.class);
    StatementType.weighable().forEach(type -> weights.put(type, 1 + type.defaultWeight()));
    MixModel model = new MixModel(Worlds.small(9), StatementMix.of(weights), STATEMENTS, 4_096);
    EveryStatement.of(model, (frame, data) -> visitor.visit(data));
  }

  @Test
  void whoeverHasAllPointsHasSucceeded() {
    Map<StatementType, Set<Boolean>> seen = new EnumMap<>(StatementType.class);
    visitAll(
        data -> {
          switch (data.type) {
            case SERVER_PROBLEM_CHECK,
                SERVER_PROBLEM_CHECK_UNTYPED,
                PROBLEM_SUBMITTED,
                SUBSECTION_GRADE_CALCULATED -> {
              assertThat(data.raw).as("%s", data.type).isBetween(0, data.max);
              assertThat(data.success).as("%s", data.type).isEqualTo(data.raw == data.max);
              seen.computeIfAbsent(data.type, type -> new HashSet<>()).add(data.success);
            }
            default -> {
              // Has no points.
            }
          }
        });
    assertThat(seen).hasSize(4).allSatisfy((type, both) -> assertThat(both).hasSize(2));
  }

  @Test
  void aProblemOfSeveralQuestionsHasAsManyPointsAsRightAnswers() {
    StatementData[] whole = {new StatementData()};
    int[] counts = new int[3];
    visitAll(
        data -> {
          if (data.type == StatementType.MULTI_QUESTION_PROBLEM_CHECK) {
            assertThat(counts[1]).isEqualTo(whole[0].raw);
            counts[0] = 0;
            counts[1] = 0;
            counts[2]++;
            whole[0].raw = data.raw;
            whole[0].max = data.max;
            whole[0].success = data.success;
          } else if (data.type == StatementType.QUESTION_CHECK) {
            if (counts[0]++ == 0) {
              assertThat(data.success).isEqualTo(whole[0].success);
            }
            counts[1] += data.success ? 1 : 0;
            assertThat(counts[0]).isLessThanOrEqualTo(whole[0].max);
          }
        });
    assertThat(counts[2]).isGreaterThan(50);
  }

  /** A question, by its block and text. */
  private record Asked(long block, String text) {}

  @Test
  void noResponseIsRightOnceAndWrongAnotherTime() {
    Map<Asked, Set<String>> right = new HashMap<>();
    Map<Asked, Set<String>> wrong = new HashMap<>();
    visitAll(
        data -> {
          if (data.type == StatementType.SERVER_PROBLEM_CHECK
              || data.type == StatementType.QUESTION_CHECK) {
            Asked asked = new Asked(data.blockLow, data.text.value());
            (data.success ? right : wrong)
                .computeIfAbsent(asked, some -> new HashSet<>())
                .add(data.otherText.value());
          }
        });
    assertThat(right).hasSizeGreaterThan(50);
    assertThat(wrong).hasSizeGreaterThan(50);
    right.forEach(
        (asked, responses) ->
            assertThat(wrong.getOrDefault(asked, Set.of()))
                .as("%s", asked)
                .doesNotContainAnyElementsOf(responses));
  }

  @Test
  void theClassOfAGradeFollowsFromTheGrade() {
    Map<String, Integer> classes = new HashMap<>();
    visitAll(
        data -> {
          if (data.type == StatementType.COURSE_GRADE_CALCULATED) {
            assertThat(data.max).isEqualTo(100);
            assertThat(data.text.value()).isEqualTo(data.raw >= 50 ? "Pass" : "Fail");
            classes.merge(data.text.value(), 1, Integer::sum);
          }
        });
    assertThat(classes).containsOnlyKeys("Pass", "Fail");
    assertThat(classes.values()).allMatch(count -> count > 500);
  }
}
