package org.openedx.devdata.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.openedx.devdata.load.LoadRun;

/**
 * Ends a load cleanly when Ctrl-C or a signal ends the process: the run is asked to stop, and the
 * process waits until its state is saved and told. Thread-safe.
 */
final class LoadInterruption implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 20;

  private final CountDownLatch told = new CountDownLatch(1);
  private final Thread hook;

  /** Begins to watch. */
  LoadInterruption(LoadRun run) {
    hook =
        new Thread(
            () -> {
              run.stop();
              try {
                told.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    Runtime.getRuntime().addShutdownHook(hook);
  }

  @Override
  public void close() {
    told.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return; // The process is ending already, and the hook is what is wanted.
    }
  }
}
