package org.openedx.devdata.plan.kind;

import java.util.Collection;
import java.util.List;
import org.openedx.devdata.jdbc.table.Table;

/** Look-ups for factories, inside the run's transaction. Not thread-safe. */
public interface Lookups {

  /** Returns whether this database has the table. */
  boolean has(Table table);

  /** Returns whether this database's table has the column. */
  boolean has(Table table, String column);

  /**
   * Returns whether two texts that differ only by case or accent are one to a column's unique key.
   */
  boolean folds(Table table, String column);

  /**
   * Rows whose column has one of the values.
   *
   * @param read columns to read
   * @param column by which to find
   * @return values of {@code read} for each row, in no order; none when the table is not there
   */
  List<Object[]> find(Table table, List<String> read, String column, Collection<?> values);
}
