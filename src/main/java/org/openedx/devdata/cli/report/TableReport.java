package org.openedx.devdata.cli.report;

import java.util.function.Consumer;
import org.openedx.devdata.plan.RowChange;

/** What a run did, or would do, to one table. Not thread-safe. */
public final class TableReport {

  private final String table;
  private final Counts counts = new Counts();
  private final Rows rows;

  TableReport(String table, Rows rows) {
    this.table = table;
    this.rows = rows;
  }

  void add(RowChange change) {
    counts.add(change.action());
    rows.add(change);
  }

  public String table() {
    return table;
  }

  public Counts counts() {
    return counts;
  }

  /** The rows that were kept, in order. */
  public void rows(Consumer<RowChange> consumer) {
    rows.forEach(consumer);
  }

  void close() {
    rows.close();
  }
}
