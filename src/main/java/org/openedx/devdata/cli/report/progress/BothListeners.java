package org.openedx.devdata.cli.report.progress;

import java.util.List;
import org.openedx.devdata.plan.Action;
import org.openedx.devdata.plan.LeftRows;
import org.openedx.devdata.plan.RowChange;
import org.openedx.devdata.plan.RunEntry;
import org.openedx.devdata.plan.RunListener;

/** Passes everything to two listeners, one after the other. As thread-safe as they are. */
public record BothListeners(RunListener first, RunListener second) implements RunListener {

  @Override
  public void entryStarted(RunEntry entry, String database) {
    first.entryStarted(entry, database);
    second.entryStarted(entry, database);
  }

  @Override
  public void row(RunEntry entry, RowChange change) {
    first.row(entry, change);
    second.row(entry, change);
  }

  @Override
  public void counted(RunEntry entry, String table, Action action, long rows) {
    first.counted(entry, table, action, rows);
    second.counted(entry, table, action, rows);
  }

  @Override
  public void progress(RunEntry entry, String kind, long done, long total) {
    first.progress(entry, kind, done, total);
    second.progress(entry, kind, done, total);
  }

  @Override
  public void left(RunEntry entry, LeftRows rows) {
    first.left(entry, rows);
    second.left(entry, rows);
  }

  @Override
  public void entryFinished(RunEntry entry) {
    first.entryFinished(entry);
    second.entryFinished(entry);
  }

  @Override
  public void warning(String message) {
    first.warning(message);
    second.warning(message);
  }

  @Override
  public void warnings(List<String> messages) {
    first.warnings(messages);
    second.warnings(messages);
  }
}
