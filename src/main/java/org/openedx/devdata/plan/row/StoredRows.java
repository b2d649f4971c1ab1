package org.openedx.devdata.plan.row;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openedx.devdata.jdbc.schema.BoundTable;

/**
 * Rows that a database has, found by values of their columns: one look-up for a list of them,
 * inside the run's transaction. Not thread-safe.
 */
public interface StoredRows {

  /**
   * Rows whose key columns equal one of the keys, by the database's own comparison.
   *
   * @param columns indexes of the columns to read
   * @param keyColumns indexes of the key's columns
   * @param keys values in the order of {@code keyColumns}, without nulls and without repetition
   * @return an array of column values for each row found, in no order
   */
  List<Object[]> find(BoundTable table, int[] columns, int[] keyColumns, List<Object[]> keys);

  /** Those of the keys that any row has; rows are not read, only an index is asked. */
  List<Object[]> present(BoundTable table, int[] keyColumns, List<Object[]> keys);

  /** Returns whether a table has any row at all. */
  boolean any(BoundTable table);

  /** Values read, at the indexes of their columns. */
  static Object[] spread(BoundTable table, int[] columns, Object[] values) {
    Object[] row = new Object[table.table().columns().size()];
    for (int i = 0; i < columns.length; i++) {
      row[columns[i]] = values[i];
    }
    return row;
  }

  /**
   * As {@link #present(BoundTable, int[], List)}, of one column.
   *
   * @param values of numbers, which compare alike everywhere
   */
  default List<Object> present(BoundTable table, int column, Collection<?> values) {
    List<Object[]> keys = new ArrayList<>();
    values.forEach(value -> keys.add(new Object[] {value}));
    return present(table, new int[] {column}, keys).stream().map(found -> found[0]).toList();
  }
}
