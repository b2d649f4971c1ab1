package org.openedx.devdata.cli.report;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.Supplier;
import org.openedx.devdata.plan.RunEntry;
import org.openedx.devdata.plan.RunListener;

/**
 * Tells on standard error how far a run is, once it takes longer than a second: on a terminal in
 * one line that is written again and again, otherwise in a line every ten seconds. Thread-safe: a
 * thread of its own writes, so that a long step does not look like a standstill.
 */
public final class Progress implements RunListener, AutoCloseable {

  private static final Duration SILENCE = Duration.ofSeconds(1);
  private static final Duration REWRITE = Duration.ofMillis(250);
  private static final Duration LINES = Duration.ofSeconds(10);

  private final PrintWriter err;
  private final boolean terminal;
  private final long start;
  private final Thread writer;
  private Supplier<String> what;
  private boolean lineOpen;
  private boolean closed;

  private Progress(PrintWriter err, boolean terminal, String what) {
    this.err = err;
    this.terminal = terminal;
    this.what = () -> what;
    this.start = System.nanoTime();
    this.writer = new Thread(this::keepWriting, "progress");
    this.writer.setDaemon(true);
  }

  /** Progress that nobody wants to see. */
  public static Progress none() {
    return new Progress(null, false, "");
  }

  /**
   * Starts telling.
   *
   * @param terminal whether {@code err} is one
   * @param what what goes on until a listener's event says more
   */
  public static Progress on(PrintWriter err, boolean terminal, String what) {
    Progress progress = new Progress(err, terminal, what);
    progress.writer.start();
    return progress;
  }

  private synchronized void keepWriting() {
    Duration pause = terminal ? SILENCE : LINES;
    try {
      while (!closed) {
        wait(pause.toMillis());
        if (!closed) {
          write();
          pause = terminal ? REWRITE : LINES;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Tells from now on what this says; asked when it is written, under this object's lock. */
  public synchronized void show(Supplier<String> next) {
    what = next;
  }

  private void write() {
    String line =
        what.get() + " (" + Summary.seconds(Duration.ofNanos(System.nanoTime() - start)) + ")";
    if (terminal) {
      err.print("\r" + Printable.cut(line, 78) + "\u001b[K");
      lineOpen = true;
    } else {
      err.println(line);
    }
    err.flush();
  }

  private void clear() {
    if (lineOpen) {
      err.print("\r\u001b[K");
      err.flush();
      lineOpen = false;
    }
  }

  @Override
  public synchronized void entryStarted(RunEntry entry, String database) {
    what = () -> entry.ida() + ": " + entry.spec().file();
  }

  @Override
  public synchronized void progress(RunEntry entry, String kind, long done, long total) {
    what = () -> "%s: %s, %,d of %,d".formatted(entry.ida(), kind, done, total);
  }

  @Override
  public synchronized void warning(String message) {
    if (err != null) {
      clear();
      err.println("warning: " + message);
      err.flush();
    }
  }

  /** Ends telling and removes the line. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
      clear();
    }
    try {
      writer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
