package org.openedx.devdata.cli.generate;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.openedx.devdata.generate.GenerationRun;

/**
 * Ends a load cleanly when Ctrl-C or a signal ends the process: the run is asked to stop, and the
 * process waits until its state is saved and reported. Thread-safe.
 */
final class GenerateInterruption implements AutoCloseable {

  /** For blocks under way; then for a server that does not answer, which is left alone. */
  private static final long PATIENCE_SECONDS = 5;

  private final CountDownLatch reported = new CountDownLatch(1);
  private final Thread hook;

  /** Begins to watch. */
  GenerateInterruption(GenerationRun run) {
    hook =
        new Thread(
            () -> {
              run.stop();
              try {
                if (!reported.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                  run.interrupt();
                  reported.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    Runtime.getRuntime().addShutdownHook(hook);
  }

  @Override
  public void close() {
    reported.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return; // The process is ending already, and the hook is what is wanted.
    }
  }
}
