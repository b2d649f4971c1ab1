package org.openedx.devdata.plan.finder;

import java.util.ArrayList;
import java.util.List;
import org.openedx.devdata.jdbc.schema.BoundTable;
import org.openedx.devdata.plan.row.NaturalKeyFinder;
import org.openedx.devdata.plan.row.Row;
import org.openedx.devdata.plan.row.RowFinder;
import org.openedx.devdata.plan.row.StoredRows;

/**
 * Finds rows by their table's natural key, where that does not name the row they belong to: those
 * of an owner that this run made are new, and not looked for. Immutable.
 *
 * @param owner the column that refers to the owner
 */
public record BelongingFinder(String owner) implements RowFinder {

  @Override
  public List<String> keyColumns(Row row) {
    List<String> columns = new ArrayList<>(NaturalKeyFinder.INSTANCE.keyColumns(row));
    columns.add(owner);
    return columns;
  }

  @Override
  public Object[][] find(StoredRows stored, BoundTable table, List<Row> rows, int[] columns) {
    return NaturalKeyFinder.INSTANCE.find(stored, table, rows, columns);
  }
}
