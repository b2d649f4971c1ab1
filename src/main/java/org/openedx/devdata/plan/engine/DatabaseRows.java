package org.openedx.devdata.plan.engine;

import java.util.List;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.rows.RowLookup;
import org.openedx.devdata.jdbc.schema.BoundTable;
import org.openedx.devdata.plan.row.StoredRows;

/** Rows of an open MySQL database. Not thread-safe. */
record DatabaseRows(MySqlDatabase database) implements StoredRows {

  @Override
  public List<Object[]> find(
      BoundTable table, int[] columns, int[] keyColumns, List<Object[]> keys) {
    return RowLookup.find(database, table, columns, keyColumns, keys);
  }

  @Override
  public List<Object[]> present(BoundTable table, int[] keyColumns, List<Object[]> keys) {
    return RowLookup.present(database, table, keyColumns, keys);
  }

  @Override
  public boolean any(BoundTable table) {
    return RowLookup.any(database, table);
  }
}
