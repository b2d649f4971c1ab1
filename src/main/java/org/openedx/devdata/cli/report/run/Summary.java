package org.openedx.devdata.cli.report.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.openedx.devdata.cli.report.text.Times;
import org.openedx.devdata.plan.Action;
import org.openedx.devdata.spec.Amount;

/** The one sentence that says what came of a run. Stateless. */
public final class Summary {

  private Summary() {}

  public static String of(RunReport report, RunKind kind, Duration took) {
    Counts counts = report.counts();
    String time = " (" + Times.of(took) + ")";
    return switch (kind) {
          case PLAN ->
              counts.changes() == 0
                  ? "Nothing to do: %s as specified.".formatted(areOrIs(counts.total()))
                  : "Plan: %s; nothing was written.".formatted(words(kind, counts));
          case LOAD ->
              counts.changes() == 0
                  ? "Loaded: nothing changed, %s as specified.".formatted(areOrIs(counts.total()))
                  : "Loaded: %s.".formatted(words(kind, counts));
          case VERIFY ->
              counts.changes() == 0
                  ? "Verified: %s as specified.".formatted(areOrIs(counts.total()))
                  : "Not as specified: %s.".formatted(words(kind, counts));
          case RESET ->
              "Reset: %s removed%s."
                  .formatted(Amount.of(counts.of(Action.DELETE), "row"), left(report));
          case RESET_DRY_RUN ->
              "Dry run: %s would be removed%s; nothing was written."
                  .formatted(Amount.of(counts.of(Action.DELETE), "row"), left(report));
        }
        + time;
  }

  private static String left(RunReport report) {
    return report.left() == 0 ? "" : ", %,d left".formatted(report.left());
  }

  /** The sentence about what is written and what is not, after a failure. */
  public static String ofFailure(RunReport report) {
    List<String> parts = new ArrayList<>();
    for (EntryReport.State state : EntryReport.State.values()) {
      for (boolean rollsBack : new boolean[] {true, false}) {
        List<String> names =
            report.entries().stream()
                .filter(entry -> entry.state() == state && entry.rollsBack() == rollsBack)
                .map(entry -> entry.entry().number() + " (" + entry.entry().ida() + ")")
                .toList();
        if (!names.isEmpty()) {
          String entries = names.size() == 1 ? "entry " : "entries ";
          parts.add(entries + String.join(", ", names) + " " + word(state, rollsBack));
        }
      }
    }
    return String.join("; ", parts);
  }

  private static String word(EntryReport.State state, boolean rollsBack) {
    return switch (state) {
      case PENDING -> "not begun";
      case FAILED ->
          rollsBack ? "failed and rolled back" : "failed; the next run completes what is there";
      case IN_DOUBT -> "in doubt: run again, which changes nothing where it was committed";
      case ROLLED_BACK -> rollsBack ? "rolled back" : "done; what is there cannot be rolled back";
      case DONE -> rollsBack ? "done and committed" : "done";
    };
  }

  private static String areOrIs(long rows) {
    return rows == 1 ? "1 row is" : "all %,d rows are".formatted(rows);
  }

  private static String words(RunKind kind, Counts counts) {
    List<Action> actions = kind.actions(counts);
    return actions.stream()
        .filter(action -> counts.of(action) > 0)
        .map(action -> "%,d %s".formatted(counts.of(action), kind.word(action)))
        .collect(Collectors.joining(", "));
  }
}
