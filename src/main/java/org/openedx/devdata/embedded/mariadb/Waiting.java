package org.openedx.devdata.embedded.mariadb;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.openedx.devdata.embedded.EmbeddedServerException;

/** Waits for what no one announces, such as the end of a process that is not our child. */
public final class Waiting {

  private static final long STEP_MILLIS = 5;

  private Waiting() {}

  /** Tries until the condition holds; false when it did not in time. */
  public static boolean until(Duration patience, BooleanSupplier condition) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - deadline > 0) {
        return false;
      }
      try {
        Thread.sleep(STEP_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new EmbeddedServerException("interrupted while waiting for the embedded server", e);
      }
    }
    return true;
  }
}
