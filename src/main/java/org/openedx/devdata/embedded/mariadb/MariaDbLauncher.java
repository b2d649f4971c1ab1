package org.openedx.devdata.embedded.mariadb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import org.openedx.devdata.embedded.EmbeddedServerException;
import org.openedx.devdata.embedded.Ports;

/** Starts {@code mariadbd} and waits until it takes connections. */
final class MariaDbLauncher {

  private static final String READY = "ready for connections";

  /** Long, because recovery after a crash of a big load takes its time. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final int ATTEMPTS = 5;

  private final MariaDbCommand command;
  private final MariaDbHome home;

  MariaDbLauncher(MariaDbCommand command, MariaDbHome home) {
    this.command = command;
    this.home = home;
  }

  /**
   * Starts the server.
   *
   * @param wanted the port that must be used, or 0
   * @param last the port of the last time, so that a database browser can keep its settings, or 0
   */
  ServerState launch(int wanted, int last) throws IOException {
    int port = wanted != 0 ? wanted : Ports.isFree(last) ? last : Ports.anyFree();
    for (int attempt = 1; ; attempt++) {
      Optional<ServerProcess> server = tryPort(port);
      if (server.isPresent()) {
        return new ServerState(server.get().pid(), server.get().started(), port, false);
      }
      ServerOutput output = new ServerOutput(home.log());
      if (!output.saysThatThePortIsTaken()) {
        throw new EmbeddedServerException(
            "the embedded MariaDB did not start: %s (log: %s)"
                .formatted(output.reason(), home.log()));
      }
      if (wanted != 0 || attempt == ATTEMPTS) {
        throw new EmbeddedServerException(Ports.taken(port));
      }
      // Another process was quicker between our look and the server's.
      port = Ports.anyFree();
    }
  }

  /**
   * Waits until a server takes connections that was started by a command which may have been killed
   * since; false when it ended instead, as one does that was asked to.
   */
  static boolean isReady(ServerState state, ServerProcess server) {
    if (!Waiting.until(PATIENCE, () -> Ports.greets(state.port()) || !server.isAlive())) {
      server.stop();
    }
    return server.isAlive();
  }

  /** Empty when the server ended before it was ready. */
  private Optional<ServerProcess> tryPort(int port) throws IOException {
    if (Files.exists(home.log())) {
      Files.move(home.log(), home.previousLog(), StandardCopyOption.REPLACE_EXISTING);
    }
    Process process =
        new ProcessBuilder(command.serve(port))
            .directory(home.folder().toFile())
            .redirectErrorStream(true)
            .redirectOutput(home.log().toFile())
            .start();
    process.getOutputStream().close();
    ServerProcess server = new ServerProcess(process.toHandle());
    ServerOutput output = new ServerOutput(home.log());
    boolean decided;
    try {
      decided = Waiting.until(PATIENCE, () -> output.contains(READY) || !server.isAlive());
    } catch (EmbeddedServerException interrupted) {
      process.destroy();
      throw interrupted;
    }
    if (!decided) {
      server.stop();
      throw new EmbeddedServerException(
          "the embedded MariaDB was not ready after %d minutes (log: %s)"
              .formatted(PATIENCE.toMinutes(), home.log()));
    }
    return output.contains(READY) && server.isAlive() ? Optional.of(server) : Optional.empty();
  }
}
