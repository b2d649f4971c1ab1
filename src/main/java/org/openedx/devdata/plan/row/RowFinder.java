package org.openedx.devdata.plan.row;

import java.util.List;
import org.openedx.devdata.jdbc.schema.BoundTable;

/** Finds out which of many rows a database has, with one look-up for all of them. Stateless. */
public interface RowFinder {

  /**
   * Matches rows of one table.
   *
   * @param stored what the database has
   * @param rows rows without a pending value in the columns that find them
   * @param columns indexes of the columns to read: the primary key and all that are compared
   * @return for each row of the list what the database has, by column index of the table, or null
   * @throws AmbiguousRowException when a row cannot be distinguished from another
   */
  Object[][] find(StoredRows stored, BoundTable table, List<Row> rows, int[] columns);

  /** Columns whose pending values mean that the row cannot exist yet. */
  List<String> keyColumns(Row row);

  /** Returns whether a database may have a row; not one that belongs to a row of this run. */
  default boolean mayFind(Row row) {
    for (String column : keyColumns(row)) {
      Cell cell = row.cell(column);
      if (cell.isPending() || cell.isFresh()) {
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
