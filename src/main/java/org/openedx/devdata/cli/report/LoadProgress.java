package org.openedx.devdata.cli.report;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openedx.devdata.load.LoadListener;
import org.openedx.devdata.world.dump.DumpTable;

/** Tells how a load of generated data goes on: rows, rate, bytes, time left. Thread-safe. */
public final class LoadProgress implements LoadListener, AutoCloseable {

  /** A server that is gone refuses every insert; nobody reads the hundredth line. */
  private static final int MOST_WARNINGS = 5;

  private final Progress progress;
  private DumpTable table;
  private long expected;
  private long rows;
  private long written;
  private long statements;
  private long begin;
  private int warnings;

  public LoadProgress(Progress progress) {
    this.progress = progress;
  }

  /** How many statements have arrived since the process began. */
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
    progress.show(this::line);
  }

  @Override
  public synchronized void advanced(DumpTable of, long more, long bytes) {
    rows += more;
    written += bytes;
    statements += of.holdsStatements() ? more : 0;
  }

  @Override
  public void ended(DumpTable ended) {
    // The next one begins, or the report follows.
  }

  @Override
  public void failed(DumpTable of, long lost, String reason) {
    boolean tell;
    synchronized (this) {
      tell = warnings++ < MOST_WARNINGS;
    }
    if (tell) {
      progress.warning("%,d rows of %s were not delivered: %s".formatted(lost, of, reason));
    }
  }

  private synchronized String line() {
    return line(table, rows, expected, written, System.nanoTime() - begin);
  }

  static String line(DumpTable table, long rows, long expected, long written, long nanos) {
    double seconds = Math.max(1, nanos) / (double) TimeUnit.SECONDS.toNanos(1);
    long rate = Math.round(rows / seconds);
    StringBuilder line = new StringBuilder();
    line.append(table.tableName()).append(": ").append("%,d".formatted(rows));
    if (expected >= 0) {
      line.append(" of %,d".formatted(expected));
    }
    line.append(" rows, %,d/s".formatted(rate));
    if (written > 0) {
      line.append(", ").append(Bytes.of(written));
    }
    if (expected > rows && rate > 0) {
      line.append(", ")
          .append(Summary.seconds(Duration.ofSeconds((expected - rows) / rate)))
          .append(" left");
    }
    return line.toString();
  }

  /** Removes the line. May be called again. */
  @Override
  public void close() {
    progress.close();
  }
}
