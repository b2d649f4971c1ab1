package org.openedx.devdata.plan;

import java.util.List;
import org.openedx.devdata.jdbc.Table;

/**
 * A row of another table, named by columns that find it; stands for that row's primary key.
 *
 * @param table the table referred to
 * @param columns columns that find the row, usually its natural key
 * @param values their values; one may itself be a {@code Reference} or a {@link Row}
 */
public record Reference(Table table, List<String> columns, List<Object> values) {

  /** By the table's natural key. */
  public static Reference to(Table table, Object... key) {
    return new Reference(table, table.naturalKey(), List.of(key));
  }

  @Override
  public String toString() {
    return table + " " + values;
  }
}
