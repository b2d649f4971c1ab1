package org.openedx.devdata.embedded.mariadb;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * State that the starter of a server leaves for later commands.
 *
 * @param pid process of the server
 * @param started when that process started, by the clock of then; for people only
 * @param port where it listens on the loopback address
 * @param stays whether it goes on when its last user leaves
 */
public record ServerState(long pid, Instant started, int port, boolean stays) {

  /** State of a server that has a port, as far as it can be seen. */
  static ServerState found(ServerProcess server) {
    return new ServerState(server.pid(), server.started(), server.port().orElseThrow(), false);
  }

  /** Reads what {@link #write} wrote; empty when there is nothing or nothing that makes sense. */
  public static Optional<ServerState> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
      return Optional.of(
          new ServerState(
              Long.parseLong(properties.getProperty("pid", "")),
              Instant.ofEpochMilli(Long.parseLong(properties.getProperty("started", ""))),
              Integer.parseInt(properties.getProperty("port", "")),
              Boolean.parseBoolean(properties.getProperty("stays"))));
    } catch (IllegalArgumentException unreadable) {
      // Written by hand or by another version: the same as no server.
      return Optional.empty();
    }
  }

  public void write(Path file) throws IOException {
    Properties properties = new Properties();
    properties.setProperty("pid", Long.toString(pid));
    properties.setProperty("started", Long.toString(started.toEpochMilli()));
    properties.setProperty("port", Integer.toString(port));
    properties.setProperty("stays", Boolean.toString(stays));
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (Writer writer = Files.newBufferedWriter(part)) {
      properties.store(writer, null);
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  ServerState staying() {
    return new ServerState(pid, started, port, true);
  }

  ServerState leaving() {
    return new ServerState(pid, started, port, false);
  }
}
