package org.openedx.devdata.plan.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openedx.devdata.jdbc.BoundTable;
import org.openedx.devdata.jdbc.BulkUpdate;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.RowsReferredToException;
import org.openedx.devdata.jdbc.SchemaBinding;
import org.openedx.devdata.jdbc.Table;
import org.openedx.devdata.plan.Action;
import org.openedx.devdata.plan.Purpose;
import org.openedx.devdata.plan.RowProblem;

/**
 * Removes the rows that records describe, as far as they exist: children before parents, history
 * copies with their rows. Implied rows are kept back for {@link ImpliedRemover}. Not thread-safe.
 */
final class ChunkRemover {

  /** More records than these are only counted in a message. */
  private static final int SHOWN = 20;

  private final MySqlDatabase database;
  private final SchemaBinding binding;
  private final Referrers referrers;
  private final Map<String, Long> copies = new LinkedHashMap<>();

  ChunkRemover(MySqlDatabase database, SchemaBinding binding, Referrers referrers) {
    this.database = database;
    this.binding = binding;
    this.referrers = referrers;
  }

  /**
   * Removes rows of a chunk.
   *
   * @param planned the chunk's rows by table, parents first, as planned
   * @return the rows that existed, in the order of their removal
   */
  List<PlannedRow> remove(List<List<PlannedRow>> planned) {
    List<PlannedRow> removed = new ArrayList<>();
    for (int table = planned.size() - 1; table >= 0; table--) {
      List<PlannedRow> existing =
          planned.get(table).stream()
              .filter(row -> row.purpose() != Purpose.IMPLIED && !row.policy().isShared())
              .filter(row -> row.found() != null)
              .toList();
      removed.addAll(delete(existing));
    }
    return removed;
  }

  /** Rows that went with others, such as history copies, by table. */
  Map<String, Long> copies() {
    return copies;
  }

  private void deleteOwned(BoundTable table, String column, List<Object> keys) {
    if (table != null) {
      long deleted = BulkUpdate.delete(database, table, table.table().indexOf(column), keys);
      if (deleted > 0) {
        copies.merge(table.table().name(), deleted, Long::sum);
      }
    }
  }

  /** Deletes existing rows of one table. */
  List<PlannedRow> delete(List<PlannedRow> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    BoundTable table = binding.get(rows.get(0).table());
    List<PlannedRow> once = new ArrayList<>();
    Set<Object> keys = new HashSet<>();
    for (PlannedRow row : rows) {
      if (keys.add(row.key())) {
        row.decide(Action.DELETE, row.found());
        once.add(row);
      }
    }
    List<Object> ordered = once.stream().map(PlannedRow::key).toList();
    BoundTable twin = binding.historyOf(table.table());
    if (twin != null) {
      deleteOwned(twin, table.table().primaryKey().name(), ordered);
    }
    table
        .table()
        .details()
        .owned()
        .forEach(
            (owned, column) ->
                deleteOwned(binding.get(binding.tables().get(owned)), column, ordered));
    if (referrers.mention(table.table(), once)) {
      throw referredTo(table.table(), once, null);
    }
    try {
      BulkUpdate.delete(database, table, table.table().primaryKeyIndex(), ordered);
    } catch (RowsReferredToException e) {
      throw referredTo(table.table(), once, e);
    }
    return once;
  }

  /** All rows that are in the way, of all records that cannot be removed. */
  private RowProblem referredTo(Table table, List<PlannedRow> rows, RowsReferredToException cause) {
    List<RowProblem> problems = new ArrayList<>();
    referrers
        .obstacles(table, rows)
        .forEach((row, obstacle) -> problems.add(referredTo(row, obstacle, cause)));
    return problems.isEmpty()
        ? new RowProblem(rows.get(0).position(), cause.getMessage(), cause)
        : RowProblem.of(problems, SHOWN);
  }

  private static RowProblem referredTo(
      PlannedRow row, String obstacle, RowsReferredToException cause) {
    return new RowProblem(
        row.position(),
        "%s '%s' cannot be removed while others refer to it: %s; reset the specs that made them first, or remove them by hand"
            .formatted(row.table(), row.label(), obstacle),
        cause);
  }
}
