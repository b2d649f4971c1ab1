package org.openedx.devdata.plan.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.SchemaBinding;
import org.openedx.devdata.jdbc.schema.BoundTable;
import org.openedx.devdata.jdbc.table.Column;
import org.openedx.devdata.jdbc.table.ColumnValues;
import org.openedx.devdata.plan.Action;
import org.openedx.devdata.plan.ColumnChange;
import org.openedx.devdata.plan.RowChange;
import org.openedx.devdata.plan.RunContext;
import org.openedx.devdata.plan.RunEntry;
import org.openedx.devdata.plan.kind.Step;
import org.openedx.devdata.plan.row.Cell;
import org.openedx.devdata.plan.row.Purpose;

/** Reports the rows of one entry to the run's listener. Used once; not thread-safe. */
final class RowReports {

  private final RunEntry entry;
  private final RunContext context;
  private final MySqlDatabase database;
  private final SchemaBinding binding;
  private final Set<String> kinds;

  /** History copies by the table that keeps them. */
  private final Map<String, Long> copies = new LinkedHashMap<>();

  /**
   * @param kinds names of the entry's kinds
   */
  RowReports(
      RunEntry entry,
      RunContext context,
      MySqlDatabase database,
      SchemaBinding binding,
      Set<String> kinds) {
    this.entry = entry;
    this.context = context;
    this.database = database;
    this.binding = binding;
    this.kinds = kinds;
  }

  /**
   * @param kind of the records that are being run, for a row that belongs to none
   */
  void row(String kind, PlannedRow row) {
    boolean silent = row.purpose() == Purpose.IMPLIED && row.action() == Action.UNCHANGED;
    if (!silent) {
      context.listener().row(entry, change(kind, row));
    }
  }

  /** Counts the copy that is written beside a row, for those who read its table. */
  void copy(PlannedRow row) {
    boolean saved =
        row.action() == Action.UPDATE
            || (row.action() == Action.CREATE && row.policy().historyOnCreate());
    BoundTable twin = saved ? binding.historyOf(row.table()) : null;
    if (twin != null) {
      copies.merge(twin.table().name(), 1L, Long::sum);
    }
  }

  /** Counts copies by table. */
  void copies(Map<String, Long> counts) {
    counts.forEach((table, count) -> copies.merge(table, count, Long::sum));
  }

  /** Reports what was only counted. */
  void end() {
    Action action = context.options().step().removes() ? Action.DELETE : Action.CREATE;
    copies.forEach((table, count) -> context.listener().counted(entry, table, action, count));
  }

  private RowChange change(String kind, PlannedRow row) {
    return new RowChange(
        kinds.contains(row.draft().kind()) ? row.draft().kind() : kind,
        row.table().name(),
        row.action(),
        row.purpose(),
        row::label,
        row.draft().reason(),
        row.position(),
        row.action() == Action.UPDATE ? columnChanges(row) : List.of());
  }

  private List<ColumnChange> columnChanges(PlannedRow row) {
    return row.differing().stream().map(column -> columnChange(row, column)).toList();
  }

  private ColumnChange columnChange(PlannedRow row, int index) {
    Column column = row.table().columns().get(index);
    return column.secret()
        ? new ColumnChange(column.name(), "********", "(changed)")
        : new ColumnChange(column.name(), text(row.found()[index]), after(row.cell(index)));
  }

  private String after(Cell cell) {
    if (cell.isPending() && context.options().step() == Step.LOAD) {
      database.flush();
    }
    Object written = cell.written();
    return written == null && cell.isPending() ? "(known after load)" : text(written);
  }

  private static String text(Object value) {
    return value == null ? null : ColumnValues.text(value);
  }
}
