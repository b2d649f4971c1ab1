package org.openedx.devdata.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A server's process, which need not be a child of ours.
 *
 * <p>Thread-safe: immutable.
 */
final class ServerProcess {

  /**
   * Linux counts start times in hundredths of a second from the boot time, which drifts a little.
   */
  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(5);

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final ProcessHandle handle;

  ServerProcess(ProcessHandle handle) {
    this.handle = handle;
  }

  /** Finds the process that a state file names, if that very process is still alive. */
  static Optional<ServerProcess> find(ServerState state) {
    return ProcessHandle.of(state.pid())
        .map(ServerProcess::new)
        .filter(process -> process.isAlive() && process.startedAt(state.started()));
  }

  long pid() {
    return handle.pid();
  }

  /** When the process started; the epoch where the system does not tell. */
  Instant started() {
    return handle.info().startInstant().orElse(Instant.EPOCH);
  }

  private boolean startedAt(Instant expected) {
    return Duration.between(expected, started()).abs().compareTo(CLOCK_TOLERANCE) < 0;
  }

  boolean isAlive() {
    return handle.isAlive() && !isZombie();
  }

  /**
   * Ends the process in good order, or the hard way when it does not end: the engines recover from
   * that.
   */
  void stop() {
    handle.destroy();
    if (!ends(PATIENCE)) {
      handle.destroyForcibly();
      if (!ends(PATIENCE)) {
        throw new EmbeddedServerException(
            "the embedded server, process "
                + pid()
                + ", does not end: end it with kill -9 "
                + pid());
      }
    }
  }

  private boolean ends(Duration patience) {
    // ProcessHandle.onExit() looks at processes that are not ours less often.
    return Waiting.until(patience, () -> !isAlive());
  }

  /** In a container whose first process reaps no children, a dead process stays in the table. */
  private boolean isZombie() {
    Path stat = Path.of("/proc", Long.toString(handle.pid()), "stat");
    try {
      String line = Files.readString(stat);
      // The second field is the name, in brackets, and may itself contain brackets and blanks.
      return line.startsWith("Z", line.lastIndexOf(')') + 2);
    } catch (IOException notLinux) {
      return false;
    }
  }
}
