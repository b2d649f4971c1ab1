package org.openedx.devdata.plan.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.openedx.devdata.jdbc.schema.BoundTable;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.plan.row.KeyFolding;
import org.openedx.devdata.plan.row.StoredRows;

/** Rows in memory for tests of the planner alone: found as a database finds them, and counted. */
final class ZooRows implements StoredRows {

  private final Map<String, Map<Object, Object[]>> tables = new HashMap<>();
  private final List<String> lookUps = new ArrayList<>();
  private long next = 1;

  /** Look-ups since the last call: the table of each. */
  List<String> lookUps() {
    List<String> seen = List.copyOf(lookUps);
    lookUps.clear();
    return seen;
  }

  List<Object[]> all(Table table) {
    return List.copyOf(rows(table).values());
  }

  private Map<Object, Object[]> rows(Table table) {
    return tables.computeIfAbsent(table.name(), any -> new LinkedHashMap<>());
  }

  /** Adds a row and numbers it. */
  Object insert(BoundTable table, Object[] values) {
    Long id = next++;
    values[table.table().primaryKeyIndex()] = id;
    put(table, id, values);
    return id;
  }

  void update(BoundTable table, Object key, int column, Object value) {
    Object[] changed = rows(table.table()).get(key).clone();
    changed[column] = value;
    put(table, key, changed);
  }

  /** As a server would: one that breaks a unique key is refused. */
  private void put(BoundTable table, Object key, Object[] values) {
    for (List<String> unique : table.table().uniqueKeys()) {
      int[] columns = KeyFolding.indexes(table, unique);
      for (Map.Entry<Object, Object[]> other : rows(table.table()).entrySet()) {
        if (!other.getKey().equals(key)
            && IntStream.of(columns).allMatch(column -> values[column] != null)
            && fold(table, columns, values).equals(fold(table, columns, other.getValue()))) {
          throw new IllegalStateException("duplicate entry for " + table.table() + unique);
        }
      }
    }
    rows(table.table()).put(key, values);
  }

  private static String fold(BoundTable table, int[] columns, Object[] row) {
    return KeyFolding.fold(
        table, columns, IntStream.of(columns).mapToObj(column -> row[column]).toArray());
  }

  @Override
  public List<Object[]> find(
      BoundTable table, int[] columns, int[] keyColumns, List<Object[]> keys) {
    lookUps.add(table.table().name());
    List<Object[]> found = new ArrayList<>();
    for (Object[] key : keys) {
      String folded = KeyFolding.fold(table, keyColumns, key);
      for (Object[] row : rows(table.table()).values()) {
        boolean whole = IntStream.of(keyColumns).mapToObj(c -> row[c]).allMatch(Objects::nonNull);
        if (whole && fold(table, keyColumns, row).equals(folded)) {
          found.add(IntStream.of(columns).mapToObj(column -> row[column]).toArray());
        }
      }
    }
    return found;
  }

  @Override
  public List<Object[]> present(BoundTable table, int[] keyColumns, List<Object[]> keys) {
    return keys.stream()
        .filter(key -> !find(table, keyColumns, keyColumns, List.<Object[]>of(key)).isEmpty())
        .toList();
  }

  @Override
  public boolean any(BoundTable table) {
    return !rows(table.table()).isEmpty();
  }
}
