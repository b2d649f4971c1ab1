package org.openedx.devdata.testing;

import java.util.function.Supplier;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * Decides what becomes of a test that cannot run here: the only place of the tests that skips. The
 * tests that were skipped are listed at the end of {@code make test}. Stateless.
 */
public final class Requirement {

  /** Set by continuous integration systems. */
  private static final boolean CONTINUOUS_INTEGRATION = "true".equals(System.getenv("CI"));

  private Requirement() {}

  /**
   * Requires something that this machine may lack: a fixture, an interpreter, an engine. Without it
   * the test is skipped, and fails in continuous integration.
   *
   * @param present whether it is there
   * @param missing names what is missing and how to get it
   */
  public static void present(boolean present, Supplier<String> missing) {
    if (present) {
      return;
    }
    if (CONTINUOUS_INTEGRATION) {
      Assertions.fail("needed in continuous integration: " + missing.get());
    }
    Assumptions.abort(missing.get());
  }

  /**
   * Skips a test that has no meaning with the engine in use, such as one that kills the server of a
   * remote host.
   *
   * @param applies whether the test has a meaning here
   * @param reason why it has none, when it has none
   */
  public static void applies(boolean applies, String reason) {
    if (!applies) {
      Assumptions.abort(reason);
    }
  }
}
