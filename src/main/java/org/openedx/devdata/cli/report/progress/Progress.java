package org.openedx.devdata.cli.report.progress;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.openedx.devdata.cli.report.text.Paint;
import org.openedx.devdata.cli.report.text.Printable;
import org.openedx.devdata.cli.report.text.Times;
import org.openedx.devdata.plan.RunEntry;
import org.openedx.devdata.plan.RunListener;
import org.openedx.devdata.spec.Amount;
import org.openedx.devdata.spec.Shown;

/**
 * Shows on standard error how far a run is, once it takes longer than a second. Thread-safe: a
 * thread of its own writes, so that a long step does not look like a standstill.
 */
public final class Progress implements RunListener, AutoCloseable {

  /** Way in which it is shown. */
  public enum Pace {
    /** Not at all; only notes and warnings. */
    NONE(Duration.ZERO, Duration.ZERO),
    /** In one line of a terminal that is written again and again. */
    LINE(Duration.ofSeconds(1), Duration.ofMillis(250)),
    /** In a line every ten seconds, for logs. */
    LINES(Duration.ofSeconds(10), Duration.ofSeconds(10));

    private final Duration silence;
    private final Duration step;

    Pace(Duration silence, Duration step) {
      this.silence = silence;
      this.step = step;
    }
  }

  private static final int WIDTH = 78;
  private static final int MAX_WARNINGS = 20;

  private final PrintWriter err;
  private final Paint paint;
  private final Pace pace;
  private final long start = System.nanoTime();
  private final Thread writer = new Thread(this::keepWriting, "progress");
  private Supplier<String> what;
  private boolean timed = true;
  private boolean lineOpen;
  private boolean closed;

  private Progress(PrintWriter err, Paint paint, Pace pace, String what) {
    this.err = err;
    this.paint = paint;
    this.pace = pace;
    this.what = () -> what;
  }

  /**
   * Starts to show.
   *
   * @param what what goes on, until it is said to be something else
   */
  public static Progress on(PrintWriter err, Paint paint, Pace pace, String what) {
    Progress progress = new Progress(err, paint, pace, what);
    if (pace != Pace.NONE) {
      progress.writer.setDaemon(true);
      progress.writer.start();
    }
    return progress;
  }

  private synchronized void keepWriting() {
    try {
      Duration pause = pace.silence;
      while (!closed) {
        wait(pause.toMillis());
        if (!closed) {
          write(Duration.ofNanos(System.nanoTime() - start));
        }
        pause = pace.step;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Writes how far the run is after a time. */
  synchronized void write(Duration elapsed) {
    String line = what.get() + (timed ? " (" + Times.of(elapsed) + ")" : "");
    if (pace == Pace.LINE) {
      err.print("\r" + paint.dim(Printable.cut(line, WIDTH)) + "\u001b[K");
      lineOpen = true;
    } else {
      err.println(line);
    }
    err.flush();
  }

  /** True when it is shown on one line of a terminal, which has room for a bar. */
  boolean isLine() {
    return pace == Pace.LINE;
  }

  /** Something else goes on now. */
  public void phase(String now) {
    show(() -> now);
  }

  /** Shows from now on what this says; asked when it is written, under this object's lock. */
  public synchronized void show(Supplier<String> next) {
    what = next;
    timed = true;
  }

  /** As {@link #show}, but what it says needs the whole line, and shows the time itself. */
  synchronized void showAlone(Supplier<String> next) {
    what = next;
    timed = false;
  }

  /** Writes something else to standard error, so that the two do not mix. */
  public synchronized void around(Runnable output) {
    if (lineOpen) {
      err.print("\r\u001b[K");
      lineOpen = false;
    }
    output.run();
    err.flush();
  }

  /** Writes a message that is neither result nor error; nothing when nothing is to be shown. */
  public void note(String message) {
    if (pace != Pace.NONE) {
      around(() -> err.println(paint.dim(message)));
    }
  }

  @Override
  public void entryStarted(RunEntry entry, String database) {
    show(() -> entry.ida() + ": " + entry.spec().file());
  }

  @Override
  public void progress(RunEntry entry, String kind, long done, long total) {
    show(() -> "%s: %s, %,d of %,d".formatted(entry.ida(), kind, done, total));
  }

  @Override
  public void warning(String message) {
    around(() -> err.println(paint.yellow("warning: ") + Shown.line(message)));
  }

  @Override
  public void warnings(List<String> messages) {
    int shown = messages.size() <= MAX_WARNINGS + 1 ? messages.size() : MAX_WARNINGS;
    messages.subList(0, shown).forEach(this::warning);
    if (shown < messages.size()) {
      warning(
          "%s (--format json shows all)"
              .formatted(Amount.of(messages.size() - shown, "more warning")));
    }
  }

  @Override
  public void close() {
    end();
  }

  /** Ends and removes the line; a second time it does nothing. */
  public void end() {
    synchronized (this) {
      closed = true;
      notifyAll();
      around(() -> {});
    }
    try {
      writer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
