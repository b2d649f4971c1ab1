package org.openedx.devdata.plan.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.SchemaBinding;
import org.openedx.devdata.jdbc.rows.BulkUpdate;
import org.openedx.devdata.jdbc.rows.RowsReferredToException;
import org.openedx.devdata.jdbc.schema.BoundTable;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.plan.Action;
import org.openedx.devdata.plan.Purpose;

/**
 * Removes the rows that records describe, as far as they exist: children before parents, history
 * copies with their rows. Implied rows are kept back for {@link ImpliedRemover}. Not thread-safe.
 */
final class ChunkRemover {

  private final MySqlDatabase database;
  private final SchemaBinding binding;
  private final Referrers referrers;
  private final Obstacles obstacles;
  private final Map<String, Long> copies = new LinkedHashMap<>();

  ChunkRemover(MySqlDatabase database, SchemaBinding binding, Referrers referrers) {
    this.database = database;
    this.binding = binding;
    this.referrers = referrers;
    this.obstacles = new Obstacles(new DatabaseRows(database), binding, referrers);
  }

  /**
   * Removes rows of a chunk.
   *
   * @param planned the chunk's rows by table, parents first, as planned
   * @param kept primary keys of rows that are kept back and go later, by table
   * @return the rows that existed, in the order of their removal
   */
  List<PlannedRow> remove(List<List<PlannedRow>> planned, Map<Table, Set<Object>> kept) {
    List<PlannedRow> removed = new ArrayList<>();
    for (int table = planned.size() - 1; table >= 0; table--) {
      List<PlannedRow> existing =
          planned.get(table).stream()
              .filter(row -> row.purpose() != Purpose.IMPLIED && !row.policy().isShared())
              .filter(row -> row.found() != null)
              .toList();
      refuseNamed(existing, kept);
      removed.addAll(delete(existing));
    }
    return removed;
  }

  private void refuseNamed(List<PlannedRow> rows, Map<Table, Set<Object>> kept) {
    if (!rows.isEmpty()) {
      Table table = rows.get(0).table();
      Set<PlannedRow> named = referrers.named(table, rows, kept);
      if (!named.isEmpty()) {
        throw obstacles.of(table, rows.stream().filter(named::contains).toList(), null);
      }
    }
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
    try {
      BulkUpdate.delete(database, table, table.table().primaryKeyIndex(), ordered);
    } catch (RowsReferredToException e) {
      throw obstacles.of(table.table(), once, e);
    }
    return once;
  }
}
