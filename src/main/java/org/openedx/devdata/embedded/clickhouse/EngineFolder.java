package org.openedx.devdata.embedded.clickhouse;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.openedx.devdata.embedded.ServerUsers;

/**
 * The files by which the process that runs an engine and the processes that use it find each other.
 * File locks say who is alive: they vanish with a process, however it ends.
 *
 * @param path by default {@code .devdata/clickhouse}
 */
record EngineFolder(Path path) {

  /** ClickHouse's own data. */
  Path data() {
    return path.resolve("data");
  }

  /** Log of the engine's process. */
  Path log() {
    return path.resolve("engine.log");
  }

  /** The password of the endpoint, for the owner only. */
  Path password() {
    return path.resolve("password");
  }

  /** The port of the last time, so that a client can keep its settings. */
  Path lastPort() {
    return path.resolve("port");
  }

  /** Present while the engine shall run without users. */
  Path stay() {
    return path.resolve("stay");
  }

  /** Folder of the files of its users. */
  Path usersFolder() {
    return path.resolve("users");
  }

  /** Commands that use the engine; asked and added to behind the gate. */
  ServerUsers users() {
    return new ServerUsers(usersFolder());
  }

  /** Held while a lease is taken or an engine started, and by an engine that stops. */
  FileChannel openGate() throws IOException {
    return open(gate());
  }

  Path gate() {
    return path.resolve("gate.lock");
  }

  /** Held by the engine's process for as long as it runs. */
  FileChannel openEngineLock() throws IOException {
    return open(engineLock());
  }

  Path engineLock() {
    return path.resolve("engine.lock");
  }

  /** Returns whether a process runs the engine now. */
  boolean isRunning() throws IOException {
    if (!Files.exists(engineLock())) {
      return false;
    }
    try (FileChannel channel = openEngineLock();
        FileLock lock = channel.tryLock()) {
      return lock == null;
    }
  }

  /**
   * Endpoint at which the running engine listens; absent while it starts. Meaningless when none
   * runs.
   */
  Optional<Endpoint> endpoint() throws IOException {
    Path file = path.resolve("endpoint");
    return Files.exists(file)
        ? Optional.of(Endpoint.parse(Files.readString(file, StandardCharsets.UTF_8)))
        : Optional.empty();
  }

  void write(Endpoint endpoint) throws IOException {
    Path temporary = path.resolve("endpoint.new");
    Files.writeString(temporary, endpoint.format(), StandardCharsets.UTF_8);
    Files.move(
        temporary,
        path.resolve("endpoint"),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  void deleteEndpoint() throws IOException {
    Files.deleteIfExists(path.resolve("endpoint"));
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  /**
   * A running engine.
   *
   * @param port where it listens on the loopback address
   * @param pid its process
   * @param version ClickHouse's version
   */
  record Endpoint(int port, long pid, String version) {

    static Endpoint parse(String text) {
      String[] words = text.strip().split(" ", -1);
      return new Endpoint(Integer.parseInt(words[0]), Long.parseLong(words[1]), words[2]);
    }

    String format() {
      return "%d %d %s%n".formatted(port, pid, version);
    }
  }
}
