package org.openedx.devdata.plan.engine;

import java.util.BitSet;
import java.util.List;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.plan.row.Row;

/**
 * Rows of one table that are planned together.
 *
 * @param table the table
 * @param rows at least one
 * @param referring indexes of the columns in which any of them may name another row; few of many
 */
record TableRows(Table table, List<PlannedRow> rows, int[] referring) {

  static TableRows of(List<Row> drafts) {
    BitSet referring = new BitSet();
    drafts.forEach(draft -> draft.columns().addReferring(referring));
    return new TableRows(
        drafts.get(0).table(),
        drafts.stream().map(PlannedRow::of).toList(),
        referring.stream().toArray());
  }

  /** Some of these rows. */
  TableRows only(List<PlannedRow> some) {
    return new TableRows(table, some, referring);
  }
}
