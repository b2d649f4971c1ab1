package org.openedx.devdata.plan.engine;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openedx.devdata.jdbc.SchemaBinding;
import org.openedx.devdata.jdbc.schema.BoundTable;
import org.openedx.devdata.jdbc.table.ColumnValues;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.plan.row.Computed;
import org.openedx.devdata.plan.row.Purpose;
import org.openedx.devdata.plan.row.StoredRows;

/**
 * Removes rows that a load made because others needed them. Such a row goes only when nothing
 * refers to it, and what it belongs to goes, too; where no ledger knows it, it must also look
 * exactly as the factory makes it (times aside): whoever made or changed it otherwise keeps it. Not
 * thread-safe.
 */
final class ImpliedRemover {

  private final StoredRows stored;
  private final SchemaBinding binding;
  private final ChunkRemover remover;
  private final Referrers referrers;
  private final Map<String, PlannedRow> candidates = new LinkedHashMap<>();
  private final Map<Table, Set<Object>> kept = new HashMap<>();
  private final Map<String, PlannedRow> shared = new LinkedHashMap<>();
  private final List<PlannedRow> remaining = new ArrayList<>();

  ImpliedRemover(
      StoredRows stored, SchemaBinding binding, ChunkRemover remover, Referrers referrers) {
    this.stored = stored;
    this.binding = binding;
    this.remover = remover;
    this.referrers = referrers;
  }

  /** Keeps the rows of a chunk back that others may need. */
  void keepBack(List<List<PlannedRow>> planned) {
    for (List<PlannedRow> rows : planned) {
      for (PlannedRow row : rows) {
        if (row.found() != null && row.purpose() == Purpose.IMPLIED) {
          candidates.putIfAbsent(id(row.table(), row.key()), row);
          kept.computeIfAbsent(row.table(), any -> new HashSet<>()).add(row.key());
        } else if (row.found() != null && row.policy().isShared()) {
          shared.putIfAbsent(id(row.table(), row.key()), row);
        }
      }
    }
  }

  /** Primary keys of the rows that are kept back until all records are removed, by table. */
  Map<Table, Set<Object>> kept() {
    return kept;
  }

  private static String id(Table table, Object key) {
    return table + "/" + key;
  }

  /** Removes what belongs to the records of a kind and is not needed by others. */
  List<PlannedRow> removeShared() {
    List<PlannedRow> removed = remove(shared);
    removed.forEach(row -> shared.remove(id(row.table(), row.key())));
    remaining.addAll(shared.values());
    shared.clear();
    return removed;
  }

  /** Removes the implied rows that qualify, when all records are removed. */
  List<PlannedRow> removeImplied() {
    List<PlannedRow> removed = remove(candidates);
    removed.forEach(row -> candidates.remove(id(row.table(), row.key())));
    remaining.addAll(candidates.values());
    return removed;
  }

  /** Rows that did not qualify. */
  List<PlannedRow> remaining() {
    return remaining;
  }

  /** Children before parents. */
  private List<PlannedRow> remove(Map<String, PlannedRow> rows) {
    Map<Table, List<PlannedRow>> going = new LinkedHashMap<>();
    for (Table table : binding.tables().all()) {
      List<PlannedRow> own = rows.values().stream().filter(row -> row.table() == table).toList();
      if (!own.isEmpty()) {
        going.put(table, untouched(own));
      }
    }
    keepUsed(going, rows);
    List<Table> order = new ArrayList<>(going.keySet());
    Collections.reverse(order);
    List<PlannedRow> removed = new ArrayList<>();
    order.forEach(table -> removed.addAll(remover.delete(going.get(table))));
    return removed;
  }

  /** Takes out what is used, and what belongs to that, until nothing changes any more. */
  private void keepUsed(Map<Table, List<PlannedRow>> going, Map<String, PlannedRow> considered) {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Table table : List.copyOf(going.keySet())) {
        Map<Table, Set<Object>> keys = new HashMap<>();
        going.forEach(
            (other, rows) ->
                keys.put(other, rows.stream().map(PlannedRow::key).collect(Collectors.toSet())));
        List<PlannedRow> rows = new ArrayList<>(going.get(table));
        rows.removeIf(row -> belongsToKept(row, keys, considered));
        if (!rows.isEmpty()) {
          rows.removeAll(referrers.used(table, rows, keys));
        }
        changed |= rows.size() < going.get(table).size();
        going.put(table, rows);
      }
    }
  }

  private boolean belongsToKept(
      PlannedRow row, Map<Table, Set<Object>> going, Map<String, PlannedRow> considered) {
    for (String column : row.table().naturalKey()) {
      Table owner = binding.tables().referenced(row.table(), column);
      Object key = owner == null ? null : row.plain(row.table().indexOf(column));
      if (key != null
          && considered.containsKey(id(owner, key))
          && !going.getOrDefault(owner, Set.of()).contains(key)) {
        return true;
      }
    }
    return false;
  }

  private List<PlannedRow> untouched(List<PlannedRow> rows) {
    BoundTable table = binding.get(rows.get(0).table());
    int primaryKey = table.table().primaryKeyIndex();
    int[] all = IntStream.range(0, table.table().columns().size()).filter(table::has).toArray();
    Map<Object, PlannedRow> byKey =
        rows.stream().collect(Collectors.toMap(PlannedRow::key, row -> row));
    List<PlannedRow> untouched = new ArrayList<>();
    List<Object[]> keys = rows.stream().map(row -> new Object[] {row.key()}).toList();
    for (Object[] values : stored.find(table, all, new int[] {primaryKey}, keys)) {
      Object[] found = StoredRows.spread(table, all, values);
      PlannedRow row = byKey.get(found[primaryKey]);
      boolean made = row != null && (row.isOwn() || row.policy().isShared());
      if (row != null && (made || asMade(table, row, found))) {
        untouched.add(row);
      }
    }
    return untouched;
  }

  private static boolean asMade(BoundTable table, PlannedRow row, Object[] found) {
    for (int column = 0; column < found.length; column++) {
      Object made = row.plain(column);
      if (row.isWritten(column)
          && table.has(column)
          && !(made instanceof LocalDateTime)
          && !(row.cell(column) instanceof Computed)
          && !ColumnValues.same(made, found[column])) {
        return false;
      }
    }
    return true;
  }
}
