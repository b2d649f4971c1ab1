package org.openedx.devdata.service.lms.state.problem;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openedx.devdata.spec.SpecRecord;

/**
 * Grade of an attempt at a problem. Immutable. The points of the inputs add up to those earned, as
 * when the platform grades the problem again.
 *
 * @param inputs by input id
 * @param earned points
 * @param possible points
 */
record AttemptScore(Map<String, Input> inputs, double earned, double possible) {

  /** Result of an input, by the platform's name. */
  enum Correctness {
    CORRECT("correct"),
    PARTIALLY_CORRECT("partially-correct"),
    INCORRECT("incorrect");

    private final String word;

    Correctness(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /**
   * The result of an input.
   *
   * @param points empty for what the platform takes from the correctness alone: 1 for a correct
   *     one, 0 for an incorrect one
   */
  record Input(Correctness correctness, Optional<Double> points) {

    private static final Input INCORRECT = new Input(Correctness.INCORRECT, Optional.empty());

    private static Input right(double points, boolean whole) {
      return new Input(
          whole ? Correctness.CORRECT : Correctness.PARTIALLY_CORRECT,
          whole && points == 1 ? Optional.empty() : Optional.of(points));
    }
  }

  /**
   * The score of an attempt that {@link AttemptChecks} finds to be right.
   *
   * @param block what ids of the problem's inputs begin with
   * @param inputs ids of all inputs
   * @param last whether it is the last attempt, which is right when nothing else is said
   */
  static AttemptScore of(
      SpecRecord attempt, String block, Set<String> inputs, double possible, boolean last) {
    Optional<Double> grade = attempt.get("grade", Double.class);
    boolean unless = !attempt.has("correct") && grade.map(points -> points > 0).orElse(last);
    Map<String, Boolean> right = new LinkedHashMap<>();
    for (String input : inputs) {
      right.put(
          input,
          InputIds.part(attempt, "correct", block, input)
              .map(JsonNode::booleanValue)
              .orElse(unless));
    }
    long count = right.values().stream().filter(Boolean::booleanValue).count();
    double worth = possible * count / inputs.size();
    double earned = grade.orElse(worth);
    Map<String, Input> results = new LinkedHashMap<>();
    right.forEach(
        (input, isRight) ->
            results.put(
                input, isRight ? Input.right(earned / count, earned >= worth) : Input.INCORRECT));
    return new AttemptScore(results, earned, possible);
  }
}
