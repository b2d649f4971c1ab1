package org.openedx.devdata.service.lms.state.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.service.lms.LmsService;
import org.openedx.devdata.spec.SpecException;
import org.openedx.devdata.spec.SpecRecord;
import org.openedx.devdata.testing.SpecLab;

class AttemptScoreTest {

  private static final List<String> CORRECT =
      List.of("", ", correct: true", ", correct: false", ", correct: {2_1: true}");

  private static SpecRecord record(String attempt, double possible) {
    return SpecLab.read(
            LmsService.lms(),
            "problem_attempts: [{username: u, block: \"i4x://edX/c.1/problem/a..b\", course_id:"
                + " edX/c.1/r, max_grade: %s, attempts: [%s]}]".formatted(possible, attempt))
        .of("problem_attempts")
        .get(0);
  }

  /** As the platform counts an input, see the block's correct map. */
  private static double counted(AttemptScore.Input input) {
    return input
        .points()
        .orElse(input.correctness() == AttemptScore.Correctness.INCORRECT ? 0.0 : 1.0);
  }

  @Test
  void theInputsAddUpToTheScoreInAllCases() {
    int seen = 0;
    for (String answers : List.of("{2_1: a}", "{2_1: a, 3_1: b}", "{2_1: a, 2_2: b, 3_1: [c]}")) {
      for (String correct : CORRECT) {
        for (double possible : new double[] {0, 1, 2, 2.5, 10}) {
          for (double share : new double[] {-1, 0, 0.2, 0.5, 1}) {
            String grade = share < 0 ? "" : ", grade: " + share * possible;
            String attempt = "{answers: " + answers + correct + grade + "}";
            try {
              check(record(attempt, possible).records("attempts").get(0), possible, attempt);
              seen++;
            } catch (SpecException contradiction) {
              assertThat(contradiction).hasMessageContaining("correct one of the two");
            }
          }
        }
      }
    }
    assertThat(seen).isGreaterThan(150);
  }

  private static void check(SpecRecord attempt, double possible, String what) {
    String block = "i4x-edX-c_1-problem-a_b";
    Set<String> inputs = InputIds.named(List.of(attempt), block);
    for (boolean last : new boolean[] {true, false}) {
      AttemptScore score = AttemptScore.of(attempt, block, inputs, possible, last);

      assertThat(score.inputs()).as(what).containsOnlyKeys(inputs);
      assertThat(score.earned()).as(what).isBetween(0.0, possible);
      assertThat(score.inputs().values().stream().mapToDouble(AttemptScoreTest::counted).sum())
          .as(what)
          .isCloseTo(score.earned(), within(1e-9));
      boolean partly =
          score.inputs().values().stream()
              .anyMatch(input -> input.correctness() == AttemptScore.Correctness.PARTIALLY_CORRECT);
      boolean whole =
          score.inputs().values().stream()
              .allMatch(input -> input.correctness() == AttemptScore.Correctness.CORRECT);
      assertThat(whole && score.earned() < possible).as(what).isFalse();
      assertThat(partly && score.earned() == possible && possible > 0).as(what).isFalse();
    }
  }

  @Test
  void idsOfInputsAreThoseOfTheBlock() {
    assertThat(InputIds.of("2", "2_1")).contains("2_2_1");
    assertThat(InputIds.of("2", "2_2_1")).contains("2_2_1");
    assertThat(InputIds.of("p_2", "p_2_3_1_dynamath")).contains("p_2_3_1_dynamath");
    assertThat(InputIds.of("p", "_10_2")).contains("p_10_2");
    assertThat(InputIds.of("p", "q_2_1")).isEmpty();
    assertThat(InputIds.of("p", "1_1")).isEmpty();
    assertThat(InputIds.of("p", "2_0")).isEmpty();
  }
}
