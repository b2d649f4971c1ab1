package org.openedx.devdata.plan.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openedx.devdata.jdbc.SchemaBinding;
import org.openedx.devdata.jdbc.rows.ForeignKeys;
import org.openedx.devdata.jdbc.schema.BoundTable;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.plan.row.KeyFolding;
import org.openedx.devdata.plan.row.RowProblem;
import org.openedx.devdata.plan.row.StoredRows;

/** Says why rows cannot be removed: all that refers to each of them. Not thread-safe. */
final class Obstacles {

  /** So many rows that refer are named, more are counted. */
  private static final int NAMED = 3;

  /** More records than these are only counted in a message. */
  private static final int SHOWN = 20;

  private final StoredRows stored;
  private final SchemaBinding binding;
  private final Referrers referrers;

  Obstacles(StoredRows stored, SchemaBinding binding, Referrers referrers) {
    this.stored = stored;
    this.binding = binding;
    this.referrers = referrers;
  }

  /**
   * Problem of all records that cannot be removed: the rows that still refer to theirs.
   *
   * @param rows found rows of one table
   * @param cause what the server said; null when it was not asked
   */
  RowProblem of(Table table, List<PlannedRow> rows, RuntimeException cause) {
    Map<PlannedRow, List<String>> found = new HashMap<>();
    List<ForeignKeys.Key> keys = new ArrayList<>(referrers.all(table));
    keys.addAll(referrers.names(table));
    for (ForeignKeys.Key key : keys) {
      Map<List<Object>, Long> counts = new HashMap<>();
      referrers
          .uses(table, key, rows)
          .forEach(use -> counts.merge(folded(table, key, use.values()), use.rows(), Long::sum));
      for (PlannedRow row : rows) {
        List<Object> values = Referrers.values(row, key);
        Long count = counts.get(folded(table, key, values));
        if (count != null) {
          found
              .computeIfAbsent(row, any -> new ArrayList<>())
              .add(key.table() + " (" + names(key, values, count) + ")");
        }
      }
    }
    List<RowProblem> problems =
        rows.stream()
            .filter(found::containsKey)
            .map(row -> problem(row, String.join(", ", found.get(row)), cause))
            .toList();
    return problems.isEmpty()
        ? new RowProblem(rows.get(0).position(), cause.getMessage(), cause)
        : RowProblem.of(problems, SHOWN);
  }

  private List<Object> folded(Table table, ForeignKeys.Key key, List<Object> values) {
    int[] columns = key.targets().stream().mapToInt(Integer::intValue).toArray();
    return List.of(KeyFolding.fold(binding.get(table), columns, values.toArray()));
  }

  private static RowProblem problem(PlannedRow row, String obstacle, RuntimeException cause) {
    return new RowProblem(
        row.position(),
        "%s '%s' cannot be removed while others refer to it: %s; reset the specs that made them first, or remove them by hand (reset --cascade takes them, too)"
            .formatted(row.table(), row.label(), obstacle),
        cause);
  }

  /** The rows themselves, where their table is described and they are few. */
  private String names(ForeignKeys.Key key, List<Object> values, long count) {
    Table table = binding.tables().has(key.table()) ? binding.tables().get(key.table()) : null;
    BoundTable bound = table == null ? null : binding.get(table);
    if (bound == null
        || count > NAMED
        || table.naturalKey().isEmpty()
        || !key.columns().stream().allMatch(table::has)) {
      return count == 1 ? "1 row" : count + " rows";
    }
    List<Object> found =
        stored
            .find(
                bound,
                new int[] {table.primaryKeyIndex()},
                KeyFolding.indexes(bound, key.columns()),
                List.<Object[]>of(values.toArray()))
            .stream()
            .map(row -> row[0])
            .toList();
    return new StoredNames(stored, binding)
        .of(table, found).values().stream()
            .map(name -> "'" + name + "'")
            .collect(Collectors.joining(", "));
  }
}
