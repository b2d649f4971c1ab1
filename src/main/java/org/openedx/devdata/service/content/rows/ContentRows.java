package org.openedx.devdata.service.content.rows;

import java.time.Instant;
import java.util.List;
import org.openedx.devdata.jdbc.table.ColumnValues;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.plan.row.Reference;
import org.openedx.devdata.plan.row.Row;
import org.openedx.devdata.plan.row.RowBatch;
import org.openedx.devdata.service.content.publishing.Moment;
import org.openedx.devdata.service.content.publishing.Origin;
import org.openedx.devdata.service.content.tables.ContentTables;

/** Common parts of the rows of all applets. Lives as long as its batch; not thread-safe. */
final class ContentRows {

  final ContentTables tables;
  final RowBatch batch;
  final boolean removing;

  /**
   * @param removing whether the rows are described to be removed
   */
  ContentRows(ContentTables tables, RowBatch batch, boolean removing) {
    this.removing = removing;
    this.tables = tables;
    this.batch = batch;
  }

  Row derive(Table table, Origin origin) {
    return batch.derive(table, origin.kind(), origin.position());
  }

  Row declare(Table table, Origin origin) {
    return batch.declare(table, origin.kind(), origin.position());
  }

  Row imply(Table table, Origin origin, Object... key) {
    return batch.imply(table, origin.kind(), origin.position(), List.of(key), row -> {});
  }

  /** A time that the history specifies is compared; one that follows the run clock is not. */
  static Row time(Row row, String column, Moment moment) {
    Object value = ColumnValues.utc(moment.at());
    return moment.fixed() ? row.set(column, value) : row.fill(column, value);
  }

  static Row time(Row row, String column, Instant at) {
    return row.fill(column, ColumnValues.utc(at));
  }

  /** The user of a moment, NULL for no user. */
  Row by(Row row, String column, Moment moment) {
    return moment
        .by()
        .map(name -> row.set(column, Reference.to(tables.users, name)))
        .orElseGet(() -> row.fill(column, null));
  }
}
