package org.openedx.devdata.cli.report.run;

import java.util.function.Consumer;
import org.openedx.devdata.cli.report.run.changes.FirstRows;
import org.openedx.devdata.cli.report.run.changes.Rows;
import org.openedx.devdata.cli.report.run.changes.SpooledRows;
import org.openedx.devdata.plan.Action;
import org.openedx.devdata.plan.RowChange;

/** Report of what a run did, or would do, to one table. Not thread-safe. */
public final class TableReport {

  private final String table;
  private final boolean complete;
  private final Counts counts = new Counts();
  private final Counts along = new Counts();
  private final Counts counted = new Counts();
  private final Rows rows;

  /**
   * @param complete whether rows that only come along are kept, too
   */
  TableReport(String table, boolean complete) {
    this.table = table;
    this.complete = complete;
    this.rows = complete ? new SpooledRows() : new FirstRows(TextReport.ROWS_SHOWN);
  }

  void add(RowChange change, boolean comesAlong) {
    counts.add(change.action());
    if (comesAlong) {
      along.add(change.action());
    }
    if (complete || !comesAlong) {
      rows.add(change);
    }
  }

  void counted(Action action, long rows) {
    counts.add(action, rows);
    counted.add(action, rows);
  }

  /** Numbers of the rows that are only known by their number. */
  Counts counted() {
    return counted;
  }

  public String table() {
    return table;
  }

  public Counts counts() {
    return counts;
  }

  /** Numbers of the rows that merely share the fate of their record's own row. */
  Counts along() {
    return along;
  }

  /** The rows that were kept, in order. */
  public void rows(Consumer<RowChange> consumer) {
    rows.forEach(consumer);
  }

  void close() {
    rows.close();
  }
}
