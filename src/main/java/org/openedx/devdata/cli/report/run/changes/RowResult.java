package org.openedx.devdata.cli.report.run.changes;

import java.util.List;
import java.util.Optional;
import org.openedx.devdata.cli.report.json.Meaning;
import org.openedx.devdata.cli.report.json.OneLine;
import org.openedx.devdata.plan.Action;
import org.openedx.devdata.plan.RowChange;
import org.openedx.devdata.plan.row.Purpose;

/** A row, in the document of a run. */
@OneLine
public record RowResult(
    @Meaning("what the run does with it, or would do") Action action,
    @Meaning(
            "`declared` (a record stands for it), `derived` (it belongs to such a row), `implied`"
                + " (another row needs it, see `reason`)")
        Purpose purpose,
    @Meaning("the record kind that it comes from") String kind,
    @Meaning("its natural key") String label,
    @Meaning(value = "of an implied row: what needs it", leftOut = true) Optional<String> reason,
    @Meaning("place of its record, `file:line:column`") String record,
    @Meaning(value = "of an update: the columns that differ", leftOut = true)
        Optional<List<ColumnResult>> columns) {

  /** A column that differs. */
  public record ColumnResult(
      @Meaning("its name") String column,
      @Meaning("its value as text; null is SQL's NULL; passwords are never shown") String before,
      @Meaning("the specified value as text") String after) {}

  public static RowResult of(RowChange row) {
    List<ColumnResult> columns =
        row.columns().stream()
            .map(change -> new ColumnResult(change.column(), change.before(), change.after()))
            .toList();
    return new RowResult(
        row.action(),
        row.purpose(),
        row.kind(),
        row.label(),
        Optional.of(row.reason()).filter(reason -> !reason.isEmpty()),
        row.position().toString(),
        Optional.of(columns).filter(changes -> !changes.isEmpty()));
  }
}
