package org.openedx.devdata.plan.row;

import java.util.List;
import java.util.stream.Collectors;
import org.openedx.devdata.jdbc.table.Table;

/**
 * A row of another table, named by columns that find it; stands for that row's primary key.
 *
 * @param table the table referred to
 * @param columns columns that find the row, by default its natural key
 * @param values their values; one may itself be a {@code Reference} or a {@link Row}
 */
public record Reference(Table table, List<String> columns, List<Object> values) implements Cell {

  /** By the table's natural key. */
  public static Reference to(Table table, Object... key) {
    return new Reference(table, table.naturalKey(), List.of(key));
  }

  @Override
  public Object plain() {
    return null;
  }

  @Override
  public String text() {
    return values.stream().map(value -> Cell.of(value).text()).collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return table + " " + values;
  }
}
