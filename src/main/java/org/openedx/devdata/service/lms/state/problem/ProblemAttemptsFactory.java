package org.openedx.devdata.service.lms.state.problem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openedx.devdata.jdbc.table.ColumnValues;
import org.openedx.devdata.plan.kind.RecordFactory;
import org.openedx.devdata.plan.kind.ServiceRun;
import org.openedx.devdata.plan.row.Row;
import org.openedx.devdata.plan.row.RowBatch;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.random.RandomStream;
import org.openedx.devdata.service.lms.state.LearnerState;
import org.openedx.devdata.service.lms.state.StateComparison;
import org.openedx.devdata.service.lms.state.StateRows;
import org.openedx.devdata.service.lms.state.module.StudentModuleFactory;
import org.openedx.devdata.service.lms.userstate.json.StateJson;
import org.openedx.devdata.spec.SpecRecord;
import org.openedx.devdata.spec.TimeExpression;

/**
 * The state of a problem after its attempts, the score of the last one, and versions as readers of
 * the history expect them: a first look, then one for each attempt.
 */
final class ProblemAttemptsFactory implements RecordFactory {

  private static final Duration PACE = Duration.ofMinutes(5);
  private static final StateComparison UNTIMED =
      new StateComparison(List.of(ProblemState.SUBMISSION_TIME), false);

  private final ServiceRun run;
  private final StateRows rows;
  private final RandomStream choices;

  ProblemAttemptsFactory(ServiceRun run) {
    this.run = run;
    this.rows = StateRows.of(run);
    this.choices = run.random("problem_answer");
  }

  @Override
  public void build(SpecRecord record, RowBatch batch) {
    Row row = rows.declare(record, batch);
    List<LearnerState.Version> versions = versions(record, rows.blockId(record));
    LearnerState.Version last = versions.get(versions.size() - 1);
    boolean timed = isTimed(record);
    StateComparison comparison = timed ? StateComparison.WHOLE : UNTIMED;
    row.set("state", last.state(), comparison);
    row.set("grade", last.grade());
    row.set("max_grade", last.maxGrade());
    LocalDateTime first = versions.get(0).saved();
    if (timed) {
      row.set("created", first).set("modified", last.saved());
    } else {
      row.fill("created", first).fill("modified", last.saved());
    }
    List<LearnerState.Version> earlier = versions.subList(0, versions.size() - 1);
    rows.addVersions(record, row, new LearnerState(earlier, comparison, timed), batch);
  }

  private static boolean isTimed(SpecRecord record) {
    List<SpecRecord> attempts = record.records("attempts");
    return attempts.stream().allMatch(attempt -> StudentModuleFactory.isFixed(attempt, "at"))
        && (record.has("viewed")
            ? StudentModuleFactory.isFixed(record, "viewed")
            : !attempts.isEmpty());
  }

  /** The first look and all attempts. */
  private List<LearnerState.Version> versions(SpecRecord record, String blockId) {
    List<SpecRecord> attempts = record.records("attempts");
    LocalDateTime[] times = times(attempts);
    Set<String> inputs = InputIds.named(attempts, blockId);
    long seed = record.whole("seed").orElse(1L);
    double possible = record.get("max_grade", Double.class).orElse(1.0);
    List<LearnerState.Version> versions = new ArrayList<>();
    LocalDateTime viewed =
        record
            .time("viewed")
            .map(this::at)
            .orElseGet(() -> times.length == 0 ? run.nowUtc() : times[0].minus(PACE));
    versions.add(
        new LearnerState.Version(
            StateJson.write(ProblemState.viewed(seed, inputs)), null, null, viewed));
    for (int i = 0; i < times.length; i++) {
      boolean last = i == times.length - 1;
      ProblemState.Submission submission =
          submission(record, attempts.get(i), inputs, blockId, possible, times[i], last);
      versions.add(
          new LearnerState.Version(
              StateJson.write(ProblemState.submitted(seed, inputs, i + 1, submission)),
              submission.score().earned(),
              possible,
              times[i]));
    }
    return versions;
  }

  private LocalDateTime at(TimeExpression time) {
    return ColumnValues.utc(time.at(run.now()));
  }

  /** Times of attempts; one that the spec does not give lies before the next one. */
  private LocalDateTime[] times(List<SpecRecord> attempts) {
    LocalDateTime[] times = new LocalDateTime[attempts.size()];
    LocalDateTime next = run.nowUtc().plus(PACE);
    for (int i = times.length - 1; i >= 0; i--) {
      Optional<TimeExpression> given = attempts.get(i).time("at");
      times[i] = given.isPresent() ? at(given.get()) : next.minus(PACE);
      next = times[i];
    }
    return times;
  }

  private ProblemState.Submission submission(
      SpecRecord record,
      SpecRecord attempt,
      Set<String> inputs,
      String blockId,
      double possible,
      LocalDateTime at,
      boolean last) {
    Map<String, JsonNode> answers = new LinkedHashMap<>();
    for (String input : inputs) {
      InputIds.part(attempt, "answers", blockId, input)
          .or(() -> attempt.has("answers") ? Optional.empty() : Optional.of(choice(record, input)))
          // A question that was left out has no answer, and not one that is null.
          .filter(answer -> !answer.isNull())
          .ifPresent(answer -> answers.put(input, answer));
    }
    return new ProblemState.Submission(
        answers, AttemptScore.of(attempt, blockId, inputs, possible, last), at);
  }

  private JsonNode choice(SpecRecord record, String input) {
    String name = record.requiredText("username") + " " + input;
    return TextNode.valueOf("choice_" + Draw.between(choices.at(name), 0, 3));
  }
}
