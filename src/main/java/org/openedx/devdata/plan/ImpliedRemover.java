package org.openedx.devdata.plan;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openedx.devdata.jdbc.BoundTable;
import org.openedx.devdata.jdbc.ColumnValues;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.RowLookup;
import org.openedx.devdata.jdbc.SchemaBinding;
import org.openedx.devdata.jdbc.Table;

/**
 * Removes rows that a load made because others needed them. Such a row carries no mark, so it goes
 * only when it still looks exactly as the factory makes it (times aside), nothing refers to it, and
 * what it belongs to goes, too; whoever made or changed it otherwise keeps it. Not thread-safe.
 */
final class ImpliedRemover {

  private final MySqlDatabase database;
  private final SchemaBinding binding;
  private final ChunkRemover remover;
  private final Referrers referrers;
  private final Map<String, Row> candidates = new LinkedHashMap<>();
  private final Map<String, Row> shared = new LinkedHashMap<>();

  ImpliedRemover(
      MySqlDatabase database, SchemaBinding binding, ChunkRemover remover, Referrers referrers) {
    this.database = database;
    this.binding = binding;
    this.remover = remover;
    this.referrers = referrers;
  }

  /** Keeps the rows of a chunk back that others may need. */
  void keepBack(List<List<Row>> planned) {
    for (List<Row> rows : planned) {
      for (Row row : rows) {
        if (row.found() != null && row.purpose() == Purpose.IMPLIED) {
          candidates.putIfAbsent(id(row.table(), row.key()), row);
        } else if (row.found() != null && row.isShared()) {
          shared.putIfAbsent(id(row.table(), row.key()), row);
        }
      }
    }
  }

  private static String id(Table table, Object key) {
    return table + "/" + key;
  }

  /** Removes what belongs to the records of a kind and is not needed by others. */
  List<Row> removeShared() {
    List<Row> removed = remove(shared);
    shared.clear();
    return removed;
  }

  /** Removes the implied rows that qualify, when all records are removed. */
  List<Row> removeImplied() {
    return remove(candidates);
  }

  /** Children before parents. */
  private List<Row> remove(Map<String, Row> rows) {
    Map<Table, List<Row>> going = new LinkedHashMap<>();
    for (Table table : binding.tables().all()) {
      List<Row> own = rows.values().stream().filter(row -> row.table() == table).toList();
      if (!own.isEmpty()) {
        going.put(table, untouched(own));
      }
    }
    keepUsed(going, rows);
    List<Table> order = new ArrayList<>(going.keySet());
    Collections.reverse(order);
    List<Row> removed = new ArrayList<>();
    order.forEach(table -> removed.addAll(remover.delete(going.get(table))));
    return removed;
  }

  /** Takes out what is used, and what belongs to that, until nothing changes any more. */
  private void keepUsed(Map<Table, List<Row>> going, Map<String, Row> considered) {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Table table : List.copyOf(going.keySet())) {
        Map<Table, Set<Object>> keys = new HashMap<>();
        going.forEach(
            (other, rows) ->
                keys.put(other, rows.stream().map(Row::key).collect(Collectors.toSet())));
        List<Row> rows = new ArrayList<>(going.get(table));
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
      Row row, Map<Table, Set<Object>> going, Map<String, Row> considered) {
    for (String column : row.table().naturalKey()) {
      Table owner = binding.tables().referenced(row.table(), column);
      Object key = owner == null ? null : Resolved.plain(row.value(column));
      if (key != null
          && considered.containsKey(id(owner, key))
          && !going.getOrDefault(owner, Set.of()).contains(key)) {
        return true;
      }
    }
    return false;
  }

  private List<Row> untouched(List<Row> rows) {
    BoundTable table = binding.get(rows.get(0).table());
    int primaryKey = table.table().primaryKeyIndex();
    int[] all = IntStream.range(0, table.table().columns().size()).filter(table::has).toArray();
    Map<Object, Row> byKey = rows.stream().collect(Collectors.toMap(Row::key, row -> row));
    List<Row> untouched = new ArrayList<>();
    List<Object[]> keys = rows.stream().map(row -> new Object[] {row.key()}).toList();
    for (Object[] values : RowLookup.find(database, table, all, new int[] {primaryKey}, keys)) {
      Object[] found = NaturalKeyFinder.spread(table, all, values);
      Row row = byKey.get(found[primaryKey]);
      if (row != null && (row.isShared() || asMade(table, row, found))) {
        untouched.add(row);
      }
    }
    return untouched;
  }

  private static boolean asMade(BoundTable table, Row row, Object[] found) {
    for (int column = 0; column < found.length; column++) {
      Object made = Resolved.plain(row.value(column));
      if (row.columns().isWritten(column)
          && table.has(column)
          && !(made instanceof LocalDateTime)
          && !(row.value(column) instanceof Computed)
          && !ColumnValues.same(made, found[column])) {
        return false;
      }
    }
    return true;
  }
}
