package org.openedx.devdata.service.lms.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.openedx.devdata.jdbc.schema.BoundTable;
import org.openedx.devdata.plan.row.Computed;
import org.openedx.devdata.plan.row.Row;
import org.openedx.devdata.plan.row.RowFinder;
import org.openedx.devdata.plan.row.StoredRows;

/**
 * Finds versions of learner state by what they say: the row they belong to, state and score, and
 * the time where the spec fixes it. Versions that say the same are distinguished by their order.
 * Immutable.
 *
 * @param comparison how states are compared
 * @param timed whether the time of a version must agree
 */
record VersionFinder(StateComparison comparison, boolean timed) implements RowFinder {

  private static final String[] READ = {
    "student_module_id", "id", "state", "grade", "max_grade", "created"
  };

  @Override
  public List<String> keyColumns(Row row) {
    return List.of("student_module_id");
  }

  @Override
  public Object[][] find(StoredRows stored, BoundTable table, List<Row> rows, int[] columns) {
    int[] read = Stream.of(READ).mapToInt(table.table()::indexOf).toArray();
    List<Object[]> modules =
        rows.stream()
            .map(row -> row.resolved("student_module_id"))
            .distinct()
            .map(key -> new Object[] {key})
            .toList();
    Map<Object, List<Object[]>> versions = new HashMap<>();
    for (Object[] values : stored.find(table, read, new int[] {read[0]}, modules)) {
      versions.computeIfAbsent(values[0], any -> new ArrayList<>()).add(values);
    }
    versions.values().forEach(list -> list.sort((a, b) -> Long.compare((Long) a[1], (Long) b[1])));
    Object[][] found = new Object[rows.size()][];
    for (int i = 0; i < found.length; i++) {
      Object[] match = take(rows.get(i), versions);
      if (match != null) {
        found[i] = StoredRows.spread(table, read, match);
      }
    }
    return found;
  }

  private static Object wanted(Row row, String column) {
    Object value = row.value(column);
    return value instanceof Computed computed ? computed.value().get() : value;
  }

  private Object[] take(Row row, Map<Object, List<Object[]>> versions) {
    Iterator<Object[]> left =
        versions.getOrDefault(row.resolved("student_module_id"), List.of()).iterator();
    while (left.hasNext()) {
      Object[] version = left.next();
      if (Objects.equals(version[3], wanted(row, "grade"))
          && Objects.equals(version[4], wanted(row, "max_grade"))
          && (!timed || Objects.equals(version[5], wanted(row, "created")))
          && comparison.agrees(version[2], wanted(row, "state"))) {
        left.remove();
        return version;
      }
    }
    return null;
  }
}
