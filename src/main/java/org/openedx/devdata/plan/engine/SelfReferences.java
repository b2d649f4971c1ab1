package org.openedx.devdata.plan.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.jdbc.table.TableSet;

/** Rows of tables that refer to themselves, such as products with variants. Stateless. */
final class SelfReferences {

  private SelfReferences() {}

  /**
   * Found rows of one table in lists, each with rows that refer only to those of lists before it;
   * one list of a table that does not refer to itself. Rows of a circle come last, together.
   */
  static List<List<PlannedRow>> levels(TableSet tables, Table table, List<PlannedRow> rows) {
    int[] parents =
        table.details().references().keySet().stream()
            .filter(column -> tables.referenced(table, column) == table)
            .mapToInt(table::indexOf)
            .toArray();
    if (parents.length == 0) {
      return List.of(rows);
    }
    // A number may come as another type in a reference than in a key.
    Set<String> keys = new TreeSet<>();
    rows.forEach(row -> keys.add(row.key().toString()));
    Map<String, List<PlannedRow>> children = new HashMap<>();
    Map<PlannedRow, Integer> awaited = new HashMap<>();
    List<PlannedRow> level = new ArrayList<>();
    for (PlannedRow row : rows) {
      Set<String> above = above(row, parents);
      above.retainAll(keys);
      above.forEach(key -> children.computeIfAbsent(key, any -> new ArrayList<>()).add(row));
      awaited.put(row, above.size());
      if (above.isEmpty()) {
        level.add(row);
      }
    }
    List<List<PlannedRow>> levels = new ArrayList<>();
    Set<PlannedRow> left = new LinkedHashSet<>(rows);
    while (!level.isEmpty()) {
      levels.add(level);
      List<PlannedRow> next = new ArrayList<>();
      for (PlannedRow row : level) {
        left.remove(row);
        for (PlannedRow child : children.getOrDefault(row.key().toString(), List.of())) {
          if (awaited.merge(child, -1, Integer::sum) == 0) {
            next.add(child);
          }
        }
      }
      level = next;
    }
    if (!left.isEmpty()) {
      levels.add(List.copyOf(left));
    }
    return levels;
  }

  /** Keys of the rows that a row refers to, but its own. */
  private static Set<String> above(PlannedRow row, int[] parents) {
    Set<String> above = new LinkedHashSet<>();
    for (int parent : parents) {
      above.add(String.valueOf(row.found()[parent]));
    }
    above.remove(row.key().toString());
    return above;
  }
}
