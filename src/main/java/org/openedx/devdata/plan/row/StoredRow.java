package org.openedx.devdata.plan.row;

import org.openedx.devdata.jdbc.table.Table;

/**
 * A row that a database has.
 *
 * @param table its table
 * @param values by column index, see {@link org.openedx.devdata.jdbc.table.ColumnValues}
 */
public record StoredRow(Table table, Object[] values) {

  /** The value of a column, null for NULL. */
  public Object get(String column) {
    return values[table.indexOf(column)];
  }

  public Object key() {
    return values[table.primaryKeyIndex()];
  }
}
