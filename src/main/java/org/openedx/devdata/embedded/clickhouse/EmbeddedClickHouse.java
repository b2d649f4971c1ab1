package org.openedx.devdata.embedded.clickhouse;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.openedx.devdata.embedded.StopResult;

/**
 * A lease of the embedded ClickHouse of a folder. One process runs the engine, in the background,
 * and serves every process that has a lease; it ends with the last lease, unless it was asked to
 * stay. Close the lease when done. Thread-safe.
 */
public final class EmbeddedClickHouse implements AutoCloseable {

  /** Long enough for a slow disk; the engine itself starts in a fifth of a second. */
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private static final long STOP_POLL_MILLIS = 50;

  private final EngineFolder folder;
  private final UserLease lease;
  private final EngineFolder.Endpoint endpoint;

  private EmbeddedClickHouse(EngineFolder folder, UserLease lease, EngineFolder.Endpoint endpoint) {
    this.folder = folder;
    this.lease = lease;
    this.endpoint = endpoint;
  }

  /**
   * Joins the engine of a folder, or starts it.
   *
   * @param path the engine's folder, made when it is missing, usually {@code .devdata/clickhouse}
   * @param progress told, in a line, what takes time
   * @throws ClickHouseUnavailableException when there is no engine to be had
   */
  public static EmbeddedClickHouse lease(Path path, Consumer<String> progress) {
    return lease(path, ChdbLibrary.ofThisMachine(), progress);
  }

  /** Does the same for a user whose environment and home are not those of this process. */
  public static EmbeddedClickHouse lease(
      Path path, Map<String, String> environment, Path home, Consumer<String> progress) {
    return lease(path, ChdbLibrary.of(environment, home), progress);
  }

  private static EmbeddedClickHouse lease(
      Path path, ChdbLibrary libraries, Consumer<String> progress) {
    EngineFolder folder = new EngineFolder(path.toAbsolutePath().normalize());
    ChdbPackage wanted =
        ChdbPackage.of(System.getProperty("os.name"), System.getProperty("os.arch"));
    Path library = libraries.locate(wanted, progress);
    try {
      Files.createDirectories(folder.users());
      EngineLauncher launcher = new EngineLauncher(folder, library, START_LIMIT);
      return launcher.enter((lease, endpoint) -> new EmbeddedClickHouse(folder, lease, endpoint));
    } catch (IOException e) {
      throw new ClickHouseUnavailableException(
          "cannot use the folder '%s' of the embedded ClickHouse: %s; name a writable one"
              .formatted(folder.path(), e.getMessage()),
          e);
    }
  }

  /** The engine of a folder, when it runs; takes no lease. */
  public static Optional<Status> status(Path path) throws IOException {
    EngineFolder folder = new EngineFolder(path.toAbsolutePath().normalize());
    if (!folder.isRunning()) {
      return Optional.empty();
    }
    boolean stays = Files.exists(folder.stay());
    return folder
        .endpoint()
        .map(found -> new Status(found.port(), found.pid(), found.version(), stays));
  }

  /** Lets the engine run on after the last lease, until {@link #stop}. */
  public void stay() throws IOException {
    Files.writeString(folder.stay(), "");
  }

  /**
   * Takes back {@link #stay}: the engine ends when its last lease does. Without a lease it ends
   * now, and this waits for it.
   */
  public static StopResult stop(Path path) throws IOException, InterruptedException {
    EngineFolder folder = new EngineFolder(path.toAbsolutePath().normalize());
    Files.deleteIfExists(folder.stay());
    if (!folder.isRunning()) {
      return StopResult.NOT_RUNNING;
    }
    Optional<ProcessHandle> engine =
        folder.endpoint().flatMap(found -> ProcessHandle.of(found.pid()));
    // The system's file locks belong to a process: its threads have to queue by themselves.
    synchronized (EngineLauncher.GATE) {
      try (FileChannel gate = folder.openGate();
          FileLock closed = gate.lock()) {
        if (closed.isValid() && UserLease.anyAlive(folder)) {
          return StopResult.IN_USE;
        }
      }
    }
    // It gives up its folder a moment before it is gone.
    while (folder.isRunning() || engine.filter(ProcessHandle::isAlive).isPresent()) {
      Thread.sleep(STOP_POLL_MILLIS);
    }
    return StopResult.STOPPED;
  }

  /** The port on the loopback address. */
  public int port() {
    return endpoint.port();
  }

  /** Where ClickHouse's HTTP interface is; any user name and password will do. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + endpoint.port());
  }

  /** ClickHouse's version, such as {@code 26.7.2.1}. */
  public String version() {
    return endpoint.version();
  }

  @Override
  public void close() {
    lease.close();
  }

  /**
   * A running engine.
   *
   * @param port on the loopback address
   * @param pid its process
   * @param version of ClickHouse
   * @param stays whether it runs on without users
   */
  public record Status(int port, long pid, String version, boolean stays) {}
}
