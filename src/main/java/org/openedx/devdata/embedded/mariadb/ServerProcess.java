package org.openedx.devdata.embedded.mariadb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.openedx.devdata.embedded.EmbeddedServerException;
import org.openedx.devdata.embedded.Ports;

/**
 * A server's process, which need not be a child of ours.
 *
 * <p>Thread-safe: immutable.
 */
public final class ServerProcess {

  private static final String PROGRAM = "mariadbd";

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final ProcessHandle handle;

  public ServerProcess(ProcessHandle handle) {
    this.handle = handle;
  }

  /**
   * Finds the process that a state file names, if that very process still serves the data folder.
   * What it was started with identifies it, and neither its number, which may be another's by now,
   * nor when it started, which depends on the clock.
   */
  static Optional<ServerProcess> find(ServerState state, Path data) {
    return ProcessHandle.of(state.pid())
        .map(ServerProcess::new)
        .filter(process -> process.isAlive() && process.serves(data, state.port()));
  }

  /** Looks through all processes for those that work on a data folder, whoever started them. */
  public static List<ServerProcess> on(Path data) {
    return ProcessHandle.allProcesses()
        .map(ServerProcess::new)
        .filter(process -> process.worksOn(data) && process.isAlive())
        .toList();
  }

  /** The port that it was given to listen on; empty for one that serves no client. */
  OptionalInt port() {
    return arguments()
        .filter(argument -> argument.startsWith(MariaDbCommand.PORT))
        .map(argument -> argument.substring(MariaDbCommand.PORT.length()))
        .filter(number -> number.matches("\\d{1,5}"))
        .mapToInt(Integer::parseInt)
        .findFirst();
  }

  private boolean serves(Path data, int port) {
    // Where the system does not report what a process was started with, its port has to do.
    return handle.info().arguments().isPresent() ? worksOn(data) : Ports.greets(port);
  }

  /** Returns whether it is a server, or about to become one, that was given this very folder. */
  private boolean worksOn(Path data) {
    String option = MariaDbCommand.data(data);
    return arguments().anyMatch(option::equals)
        && Stream.concat(handle.info().command().stream(), arguments())
            .anyMatch(word -> word.endsWith(PROGRAM));
  }

  private Stream<String> arguments() {
    return handle.info().arguments().stream().flatMap(Arrays::stream);
  }

  long pid() {
    return handle.pid();
  }

  /** Moment at which the process started; the epoch where the system does not report it. */
  public Instant started() {
    return handle.info().startInstant().orElse(Instant.EPOCH);
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
