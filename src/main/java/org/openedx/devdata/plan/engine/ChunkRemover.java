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
import org.openedx.devdata.jdbc.rows.Dependents;
import org.openedx.devdata.jdbc.rows.ForeignKeys;
import org.openedx.devdata.jdbc.rows.RowsReferredToException;
import org.openedx.devdata.jdbc.schema.BoundTable;
import org.openedx.devdata.jdbc.table.Companion;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.plan.Action;
import org.openedx.devdata.plan.ledger.ServiceLedger;
import org.openedx.devdata.plan.row.Purpose;

/**
 * Removes the rows that records describe, as far as they exist: children before parents, history
 * copies with their rows. Implied rows are kept back for {@link ImpliedRemover}. Not thread-safe.
 */
final class ChunkRemover {

  private final MySqlDatabase database;
  private final SchemaBinding binding;
  private final Referrers referrers;
  private final Obstacles obstacles;
  private final ServiceLedger ledger;
  private final Dependents dependents;
  private final Followers followers;
  private final boolean cascade;
  private final Map<String, Long> copies = new LinkedHashMap<>();

  /**
   * @param cascade whether all that refers to a record's rows goes with them
   */
  ChunkRemover(
      MySqlDatabase database,
      SchemaBinding binding,
      Referrers referrers,
      ServiceLedger ledger,
      boolean cascade) {
    this.dependents = new Dependents(database);
    this.followers = new Followers(new DatabaseRows(database), binding, ledger);
    this.cascade = cascade;
    this.database = database;
    this.binding = binding;
    this.referrers = referrers;
    this.ledger = ledger;
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
      if (cascade) {
        removeReferring(existing, kept);
      }
      refuseNamed(existing, kept);
      if (!existing.isEmpty()) {
        deleteFollowers(
            existing.get(0).table(), existing.stream().map(PlannedRow::key).distinct().toList());
      }
      removed.addAll(delete(existing));
    }
    return removed;
  }

  /** Rows that only other rows needed cannot stay without the row that they belong to. */
  private void deleteFollowers(Table table, List<Object> keys) {
    for (Table other : binding.tables().all()) {
      BoundTable bound = binding.get(other);
      List<Object> following =
          bound == null ? new ArrayList<>() : new ArrayList<>(followers.of(bound, table, keys));
      following.removeAll(other == table ? keys : List.of());
      if (!following.isEmpty()) {
        deleteFollowers(other, following);
        deleteTwins(bound, following);
        deleteOwned(bound, other.primaryKey().name(), following);
        following.forEach(key -> ledger.removed(bound, key));
      }
    }
  }

  private void deleteTwins(BoundTable table, List<Object> keys) {
    BoundTable twin = binding.historyOf(table.table());
    if (twin != null) {
      deleteOwned(twin, table.table().primaryKey().name(), keys);
    }
  }

  private void removeReferring(List<PlannedRow> rows, Map<Table, Set<Object>> kept) {
    if (rows.isEmpty()) {
      return;
    }
    Table table = rows.get(0).table();
    referrers.all(table).forEach(key -> removeReferring(key, rows));
    Set<PlannedRow> named = referrers.named(table, rows, kept);
    if (!named.isEmpty()) {
      referrers.names(table).forEach(key -> removeReferring(key, List.copyOf(named)));
    }
  }

  private void removeReferring(ForeignKeys.Key key, List<PlannedRow> rows) {
    dependents.removeAll(
        key.table(),
        key.columns(),
        rows.stream()
            .map(row -> Referrers.values(row, key))
            .filter(values -> !values.contains(null))
            .distinct()
            .toList());
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
    Map<String, Long> all = new LinkedHashMap<>(copies);
    dependents.removed().forEach((table, rows) -> all.merge(table, rows, Long::sum));
    return all;
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
    deleteTwins(table, ordered);
    table
        .table()
        .details()
        .owned()
        .forEach(
            (owned, column) ->
                deleteOwned(binding.get(binding.tables().get(owned)), column, ordered));
    try {
      for (Companion companion : table.table().details().companions()) {
        dependents.remove(companion, ordered, cascade);
      }
      BulkUpdate.delete(database, table, table.table().primaryKeyIndex(), ordered);
    } catch (RowsReferredToException e) {
      throw obstacles.of(table.table(), once, e);
    }
    ordered.forEach(key -> ledger.removed(table, key));
    return once;
  }
}
