package org.openedx.devdata.cli.keep.snapshot;

import java.util.concurrent.atomic.AtomicLong;
import org.openedx.devdata.cli.report.progress.Progress;
import org.openedx.devdata.keep.snapshot.SnapshotListener;
import org.openedx.devdata.spec.Amount;

/** Numbers of rows on the progress line. Thread-safe. */
final class RowProgress implements SnapshotListener {

  private final Progress progress;
  private final String verb;
  private final AtomicLong rows = new AtomicLong();

  /**
   * @param verb what goes on, such as {@code saving}
   */
  RowProgress(Progress progress, String verb) {
    this.progress = progress;
    this.verb = verb;
  }

  @Override
  public void rows(String part, long more) {
    long all = rows.addAndGet(more);
    progress.show(() -> "%s %s, %s".formatted(verb, part, Amount.of(all, "row")));
  }

  @Override
  public void warn(String message) {
    progress.warning(message);
  }
}
