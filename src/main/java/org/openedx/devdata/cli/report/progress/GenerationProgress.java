package org.openedx.devdata.cli.report.progress;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openedx.devdata.generate.GenerationListener;
import org.openedx.devdata.spec.Amount;
import org.openedx.devdata.world.dump.DumpTable;

/** Shows how a load of generated data goes on: rows, rate, bytes, time left. Thread-safe. */
public final class GenerationProgress implements GenerationListener, AutoCloseable {

  /** A server that is gone refuses every insert; no user reads the hundredth line. */
  private static final int MAX_WARNINGS = 5;

  /** A table that was quick needs no line of its own, on a terminal and in a log. */
  private static final long WORTH_A_BAR = TimeUnit.SECONDS.toNanos(1);

  private static final long WORTH_A_LINE = TimeUnit.SECONDS.toNanos(10);

  private final Progress progress;
  private final Map<DumpTable, Duration> took = new EnumMap<>(DumpTable.class);
  private DumpTable table;
  private long expected;
  private long rows;
  private long written;
  private long statements;
  private long begin;
  private int warnings;

  public GenerationProgress(Progress progress) {
    this.progress = progress;
  }

  /** Number of statements that have arrived since the process began. */
  public synchronized long statements() {
    return statements;
  }

  @Override
  public void began(DumpTable next, long rowsOfIt) {
    synchronized (this) {
      table = next;
      expected = rowsOfIt;
      rows = 0;
      written = 0;
      begin = System.nanoTime();
    }
    if (progress.isLine()) {
      progress.showAlone(() -> pace().bar());
    } else {
      progress.show(() -> pace().line());
    }
  }

  @Override
  public synchronized void advanced(DumpTable of, long more, long bytes) {
    rows += more;
    written += bytes;
    statements += of.holdsStatements() ? more : 0;
  }

  @Override
  public void ended(DumpTable ended) {
    GenerationPace pace;
    synchronized (this) {
      pace = pace();
      took.put(ended, Duration.ofNanos(pace.nanos()));
    }
    if (pace.nanos() >= (progress.isLine() ? WORTH_A_BAR : WORTH_A_LINE)) {
      progress.note(pace.end());
    }
  }

  /** Time that each table took that has ended. */
  public synchronized Map<DumpTable, Duration> took() {
    return new EnumMap<>(took);
  }

  @Override
  public void failed(DumpTable of, long lost, String reason) {
    boolean show;
    synchronized (this) {
      show = warnings++ < MAX_WARNINGS;
    }
    if (show) {
      progress.warning("%s of %s not delivered: %s".formatted(Amount.of(lost, "row"), of, reason));
    }
  }

  private synchronized GenerationPace pace() {
    return new GenerationPace(table, rows, expected, written, System.nanoTime() - begin);
  }

  /** Removes the line. May be called again. */
  @Override
  public void close() {
    progress.close();
  }
}
