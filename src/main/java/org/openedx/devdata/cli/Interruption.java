package org.openedx.devdata.cli;

import java.io.PrintWriter;
import java.util.function.Supplier;

/**
 * Says what became of a run that Ctrl-C or a signal ends. Nothing needs to be done for it: the
 * server rolls back the transaction of a connection that breaks. Thread-safe.
 */
final class Interruption implements AutoCloseable {

  private final Thread hook;

  /** Begins to watch a run of specs. */
  Interruption(PrintWriter err) {
    this(
        err,
        () ->
            "interrupted; what was not committed yet is rolled back, and the next run carries on"
                + " from there");
  }

  /**
   * Begins to watch.
   *
   * @param message what became of the run, asked for when it ends
   */
  Interruption(PrintWriter err, Supplier<String> message) {
    hook =
        new Thread(
            () -> {
              err.println();
              err.println("devdata: " + message.get());
              err.flush();
            });
    Runtime.getRuntime().addShutdownHook(hook);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return; // The process is ending already, and the hook is what is wanted.
    }
  }
}
