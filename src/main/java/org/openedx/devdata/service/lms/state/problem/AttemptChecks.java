package org.openedx.devdata.service.lms.state.problem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openedx.devdata.service.lms.state.module.ScoreCheck;
import org.openedx.devdata.service.lms.state.module.StudentModuleChecks;
import org.openedx.devdata.service.lms.userstate.UserStateException;
import org.openedx.devdata.service.lms.userstate.json.StateCheck;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.Shown;
import org.openedx.devdata.spec.SpecRecord;
import org.openedx.devdata.spec.TimeExpression;

/** Checks of {@code attempts} beyond their form. Not thread-safe. */
final class AttemptChecks {

  private final Problems problems;

  AttemptChecks(Problems problems) {
    this.problems = problems;
  }

  /**
   * Checks the attempts of a record.
   *
   * @param block what ids of the problem's inputs begin with; empty when the key was refused
   */
  void check(SpecRecord record, Optional<String> block) {
    List<SpecRecord> attempts = record.records("attempts");
    double possible = record.get("max_grade", Double.class).orElse(1.0);
    if (possible < 0) {
      problems.add(
          record.positionOf("max_grade"),
          "max_grade is " + ScoreCheck.points(possible) + "; points possible are 0 or more");
      return;
    }
    Optional<TimeExpression> before = record.time("viewed");
    for (SpecRecord attempt : attempts) {
      boolean formed = checkCorrect(attempt);
      boolean known = block.isEmpty() || checkInputs(attempt, block.get());
      checkText(attempt);
      if (checkGrade(attempt, possible) && formed && known && block.isPresent()) {
        checkContradiction(attempt, block.get(), InputIds.named(attempts, block.get()), possible);
      }
      before = checkTime(attempt, before);
    }
  }

  private Optional<TimeExpression> checkTime(SpecRecord attempt, Optional<TimeExpression> before) {
    Optional<TimeExpression> at = attempt.time("at");
    if (at.isPresent() && before.isPresent() && isLater(before.get(), at.get())) {
      problems.add(
          attempt.positionOf("at"),
          "the attempt lies before what came before it; order attempts by time");
    }
    return at.isPresent() ? at : before;
  }

  private static boolean isLater(TimeExpression first, TimeExpression second) {
    Instant any = Instant.parse("2026-01-01T00:00:00Z");
    return first.relative() == second.relative() && first.at(any).isAfter(second.at(any));
  }

  private void checkText(SpecRecord attempt) {
    Optional<JsonNode> answers = attempt.get("answers", JsonNode.class);
    try {
      answers.ifPresent(
          given -> StateCheck.check(JsonNodeFactory.instance.objectNode().set("answers", given)));
    } catch (UserStateException.InvalidState e) {
      problems.add(attempt.positionOf("answers"), e.getMessage());
    }
  }

  /** Names in mappings: a problem loses what is stored under an id that it does not have. */
  private boolean checkInputs(SpecRecord attempt, String block) {
    boolean fine = true;
    for (String field : List.of("answers", "correct")) {
      JsonNode given = attempt.get(field, JsonNode.class).orElse(null);
      Iterator<String> names = given != null && given.isObject() ? given.fieldNames() : null;
      while (names != null && names.hasNext()) {
        String name = names.next();
        if (InputIds.of(block, name).isEmpty()) {
          fine = false;
          problems.add(
              attempt.positionOf(field),
              "%s in \"%s\" is no input of the problem; write 2_1 for the first input of the first question, 3_1 for that of the second, or the full id %s"
                  .formatted(Shown.quoted(name), field, Shown.quoted(block + "_2_1")));
        }
      }
    }
    return fine;
  }

  private boolean checkCorrect(SpecRecord attempt) {
    Optional<JsonNode> correct = attempt.get("correct", JsonNode.class);
    if (correct.isEmpty() || correct.get().isBoolean()) {
      return true;
    }
    boolean fine = correct.get().isObject();
    for (JsonNode value : correct.get()) {
      fine &= value.isBoolean();
    }
    if (!fine) {
      problems.add(
          attempt.positionOf("correct"),
          "\"correct\" must be true, false, or a mapping from input to true or false, not "
              + StudentModuleChecks.shown(correct.get()));
    }
    return fine;
  }

  private boolean checkGrade(SpecRecord attempt, double possible) {
    double grade = attempt.get("grade", Double.class).orElse(0.0);
    if (grade >= 0 && grade <= possible) {
      return true;
    }
    problems.add(
        attempt.positionOf("grade"),
        "grade %s is not from 0 to the %s points of max_grade; the problem cannot be opened then"
            .formatted(ScoreCheck.points(grade), ScoreCheck.points(possible)));
    return false;
  }

  private void checkContradiction(
      SpecRecord attempt, String block, Set<String> inputs, double possible) {
    if (!attempt.has("grade") || !attempt.has("correct") || possible == 0) {
      return;
    }
    AttemptScore score = AttemptScore.of(attempt, block, inputs, possible, false);
    long right =
        score.inputs().values().stream()
            .filter(input -> input.correctness() != AttemptScore.Correctness.INCORRECT)
            .count();
    String contradiction = null;
    if (right == 0 && score.earned() > 0) {
      contradiction = "and no answer is correct";
    } else if (right == inputs.size() && score.earned() == 0) {
      contradiction = "and all answers are correct";
    } else if (right < inputs.size() && score.earned() == possible) {
      contradiction = "which is all of max_grade, and not all answers are correct";
    }
    if (contradiction != null) {
      problems.add(
          attempt.positionOf("grade"),
          "grade is %s, %s; correct one of the two or leave it out"
              .formatted(ScoreCheck.points(score.earned()), contradiction));
    }
  }
}
