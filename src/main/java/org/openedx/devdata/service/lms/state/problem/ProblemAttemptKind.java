package org.openedx.devdata.service.lms.state.problem;

import java.util.List;
import java.util.Set;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.jdbc.table.TableSet;
import org.openedx.devdata.plan.kind.RecordFactory;
import org.openedx.devdata.plan.kind.RecordKind;
import org.openedx.devdata.plan.kind.ServiceRun;
import org.openedx.devdata.service.lms.state.BlockCheck;
import org.openedx.devdata.service.lms.state.KnownBlocks;
import org.openedx.devdata.service.lms.state.ModuleTables;
import org.openedx.devdata.service.lms.state.StateFields;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.SpecRecord;

/** {@code problem_attempts}: problems that users have looked at and submitted. */
public final class ProblemAttemptKind implements RecordKind {

  private static final String NAME = "problem_attempts";

  private final ModuleTables tables;
  private final Kind kind =
      new Kind(
          NAME,
          List.of("attempts"),
          "Problems that users have looked at and submitted. Becomes the state that the LMS would"
              + " have stored, its score, and a version for the first look and for each attempt.",
          List.of(
              StateFields.username(),
              StateFields.block("The problem.", "problem", "p2"),
              StateFields.course(),
              Field.of("attempts", new FieldType.Records(attempts()), "Submissions, oldest first.")
                  .withDefault("none: the problem was only looked at"),
              Field.of("max_grade", StateFields.REAL, "Points possible.")
                  .withAliases("points")
                  .withDefault("1"),
              Field.of("seed", new FieldType.Whole(0, 1_000_000), "Seed of randomized values.")
                  .withDefault("1"),
              Field.of("viewed", StateFields.TIME, "When the problem was first looked at.")
                  .withAliases("created")
                  .withDefault("five minutes before the first attempt")),
          StateFields.IDENTITY);

  public ProblemAttemptKind(TableSet all) {
    this.tables = ModuleTables.of(all);
  }

  private static Kind attempts() {
    return new Kind(
        "attempts",
        List.of(),
        "One submission of answers to a problem.",
        List.of(
            Field.of(
                    "answers",
                    new FieldType.Json(true),
                    "The answer of a problem with one input; or a mapping from input to answer,"
                        + " where an input is `2_1` (response, input) or its full id. An answer is"
                        + " a text, as it is written here, or of checkboxes a list.")
                .withAliases("answer")
                .withExample("choice_1")
                .withDefault("a choice"),
            Field.of(
                    "correct",
                    new FieldType.Json(),
                    "Whether the answers are right: true, false, or a mapping from input to true"
                        + " or false.")
                .withExample("true")
                .withDefault(
                    "whether `grade` is more than 0; without one, true for the last attempt and"
                        + " false for those before"),
            Field.of(
                    "grade",
                    StateFields.REAL,
                    "Points earned, from 0 to `max_grade`. Less than the right inputs are worth:"
                        + " they are partially correct.")
                .withAliases("score")
                .withExample("1")
                .withDefault("the share of right inputs of `max_grade`"),
            Field.of("at", StateFields.TIME, "When it was submitted.")
                .withAliases("created", "submitted")
                .withDefault("five minutes before the next one; the last one now")),
        List.of());
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public Set<Table> tables(ServiceSpec spec) {
    return tables.neededBy(spec);
  }

  @Override
  public List<Set<Table>> indispensable(ServiceSpec spec) {
    return List.of(tables.versionsOf(spec));
  }

  @Override
  public void check(ServiceSpec spec, Problems problems) {
    BlockCheck blocks = new BlockCheck(problems);
    AttemptChecks attempts = new AttemptChecks(problems);
    for (SpecRecord record : spec.of(NAME)) {
      blocks.checkType(record, "attempts are made at blocks of type problem", Set.of("problem"));
      attempts.check(record, blocks.known(record).map(KnownBlocks.Known::id));
    }
  }

  @Override
  public RecordFactory factory(ServiceRun run) {
    return new ProblemAttemptsFactory(run);
  }
}
