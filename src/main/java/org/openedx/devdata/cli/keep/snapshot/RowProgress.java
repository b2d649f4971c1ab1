package org.openedx.devdata.cli.keep.snapshot;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.openedx.devdata.cli.report.progress.Progress;
import org.openedx.devdata.keep.snapshot.SnapshotListener;
import org.openedx.devdata.spec.Amount;

/** Numbers of rows on the progress line. Thread-safe. */
final class RowProgress implements SnapshotListener {

  private final Progress progress;
  private final String verb;
  private final Note partly;
  private final AtomicLong rows = new AtomicLong();

  /**
   * @param verb what goes on, such as {@code saving}
   */
  RowProgress(Progress progress, String verb) {
    this(progress, verb, () -> {});
  }

  /**
   * @param partly what notes that a store has some items as they were and others as they were saved
   */
  RowProgress(Progress progress, String verb, Note partly) {
    this.progress = progress;
    this.verb = verb;
    this.partly = partly;
  }

  /** Writes something down. */
  interface Note {
    void note() throws IOException;
  }

  @Override
  public void partly() throws IOException {
    partly.note();
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
