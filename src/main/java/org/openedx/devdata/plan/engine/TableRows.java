package org.openedx.devdata.plan.engine;

import java.util.List;
import java.util.stream.IntStream;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.plan.Cell;
import org.openedx.devdata.plan.Reference;
import org.openedx.devdata.plan.Row;
import org.openedx.devdata.plan.RowColumns;

/**
 * Rows of one table that are planned together.
 *
 * @param table the table
 * @param rows at least one
 * @param referring indexes of the columns in which any of them names another row; few of many
 */
record TableRows(Table table, List<PlannedRow> rows, int[] referring) {

  static TableRows of(List<Row> drafts) {
    boolean[] referring = new boolean[drafts.get(0).columns().count()];
    for (Row draft : drafts) {
      RowColumns columns = draft.columns();
      for (int column = 0; column < columns.count(); column++) {
        Cell cell = columns.cell(column);
        referring[column] |= cell instanceof Reference || cell instanceof Cell.OfRow;
      }
    }
    return new TableRows(
        drafts.get(0).table(),
        drafts.stream().map(PlannedRow::of).toList(),
        IntStream.range(0, referring.length).filter(column -> referring[column]).toArray());
  }

  /** Some of these rows. */
  TableRows only(List<PlannedRow> some) {
    return new TableRows(table, some, referring);
  }
}
