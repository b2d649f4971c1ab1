package org.openedx.devdata.jdbc.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openedx.devdata.jdbc.schema.BoundTable;
import org.openedx.devdata.jdbc.table.ColumnValues;

/**
 * A condition on the rows of a table. Immutable.
 *
 * @param sql the condition, on the table's alias {@code t}
 * @param values of its parameters
 */
public record RowFilter(String sql, List<String> values) {

  /** Every row. */
  public static final RowFilter NONE = new RowFilter("TRUE", List.of());

  public RowFilter {
    values = List.copyOf(values);
  }

  /** Rows whose columns have these values. */
  public static RowFilter of(BoundTable table, Map<String, Object> values) {
    RowFilter filter = NONE;
    for (Map.Entry<String, Object> one : values.entrySet()) {
      String column = table.sqlName(table.table().indexOf(one.getKey()));
      filter =
          filter.and(
              new RowFilter("t." + column + " = ?", List.of(ColumnValues.text(one.getValue()))));
    }
    return filter;
  }

  /**
   * Rows whose column fits a pattern.
   *
   * @param pattern with {@code *} for any characters and {@code ?} for one
   */
  public static RowFilter like(BoundTable table, String column, String pattern) {
    String escaped =
        pattern
            .replace("|", "||")
            .replace("%", "|%")
            .replace("_", "|_")
            .replace('*', '%')
            .replace('?', '_');
    return new RowFilter(
        "t." + table.sqlName(table.table().indexOf(column)) + " LIKE ? ESCAPE '|'",
        List.of(escaped));
  }

  /** Rows whose column has a value that any row of another table has that fits a filter. */
  public static RowFilter in(
      BoundTable table, String column, BoundTable other, String target, RowFilter filter) {
    return new RowFilter(
        "t.%s IN (SELECT t.%s FROM %s t WHERE %s)"
            .formatted(
                table.sqlName(table.table().indexOf(column)),
                other.sqlName(other.table().indexOf(target)),
                other.sqlName(),
                filter.sql()),
        filter.values());
  }

  /** Rows that fit both. */
  public RowFilter and(RowFilter other) {
    if (equals(NONE)) {
      return other;
    }
    if (other.equals(NONE)) {
      return this;
    }
    return new RowFilter(sql + " AND " + other.sql, joined(values, other.values));
  }

  /** Rows that fit one filter at least. */
  public static RowFilter any(List<RowFilter> filters) {
    List<String> values = new ArrayList<>();
    filters.forEach(filter -> values.addAll(filter.values()));
    return new RowFilter(
        filters.isEmpty()
            ? "FALSE"
            : filters.stream().map(RowFilter::sql).collect(Collectors.joining(" OR ", "(", ")")),
        values);
  }

  private static List<String> joined(List<String> one, List<String> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }
}
