package org.openedx.devdata.cli.console;

import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Says, whatever a command is doing, that Ctrl-C or a signal has ended it, and what becomes of its
 * work. Nothing needs to be done for that: the server rolls back the transaction of a connection
 * that breaks. Thread-safe.
 */
public final class Interruption implements AutoCloseable {

  private static final String SILENT = "";

  private final AtomicReference<Supplier<String>> message =
      new AtomicReference<>(() -> "interrupted before the command was done");
  private final Thread hook;

  /** Begins to watch. */
  public Interruption(PrintWriter err) {
    hook = new Thread(() -> say(err), "devdata-interruption");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * Says something more exact until the result is closed.
   *
   * @param what what became of the run, asked for when it ends
   */
  public Phase during(Supplier<String> what) {
    Supplier<String> before = message.getAndSet(what);
    return () -> message.set(before);
  }

  /** Leaves it to the command itself until the result is closed. */
  public Phase silent() {
    return during(() -> SILENT);
  }

  private void say(PrintWriter err) {
    String what = message.get().get();
    if (!what.equals(SILENT)) {
      err.println();
      err.println("devdata: " + what);
      err.flush();
    }
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return; // The process is ending already, and the hook is what is wanted.
    }
  }

  /** A part of a command. */
  @FunctionalInterface
  public interface Phase extends AutoCloseable {
    @Override
    void close();
  }
}
