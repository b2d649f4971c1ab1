package org.openedx.devdata.plan;

import java.util.List;
import org.openedx.devdata.jdbc.BoundTable;
import org.openedx.devdata.jdbc.MySqlDatabase;

/** Finds out which of many rows a database has, with one look-up for all of them. Stateless. */
public interface RowFinder {

  /**
   * Matches rows of one table.
   *
   * @param rows rows without a pending value in the columns that find them
   * @param columns indexes of the columns to read: the primary key and all that are compared
   * @return for each row of the list what the database has, by column index of the table, or null
   * @throws AmbiguousRowException when a row cannot be told from another
   */
  Object[][] find(MySqlDatabase database, BoundTable table, List<Row> rows, int[] columns);

  /** Columns whose pending values mean that the row cannot exist yet. */
  List<String> keyColumns(Row row);

  /** Whether a database may have a row; never what belongs to a row that this run made. */
  default boolean mayFind(Row row) {
    for (String column : keyColumns(row)) {
      Object value = row.value(column);
      if (Resolved.isPending(value) || Resolved.isNew(value)) {
        return false;
      }
    }
    return true;
  }

  /** Columns that name the row in reports when its table has no natural key. */
  default List<String> labelColumns() {
    return List.of();
  }
}
