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
import org.openedx.devdata.embedded.FileTrouble;
import org.openedx.devdata.embedded.LockOwner;
import org.openedx.devdata.embedded.ServerUsers;
import org.openedx.devdata.embedded.StopResult;
import org.openedx.devdata.embedded.TrustedPrograms;
import org.openedx.devdata.embedded.clickhouse.http.EngineLogin;
import org.openedx.devdata.embedded.clickhouse.library.ChdbLibrary;
import org.openedx.devdata.embedded.clickhouse.library.ChdbPackage;
import org.openedx.devdata.embedded.clickhouse.library.ClickHouseUnavailableException;

/**
 * A lease of the embedded ClickHouse of a folder. One process runs the engine, in the background,
 * and serves every process that has a lease; it ends with the last lease, unless it was asked to
 * stay. Close the lease when done. Thread-safe.
 */
public final class EmbeddedClickHouse implements AutoCloseable {

  /** Long enough for a slow disk; the engine itself starts in a fifth of a second. */
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private static final Duration STOP_LIMIT = Duration.ofMinutes(2);
  private static final long STOP_POLL_MILLIS = 50;

  private final EngineFolder folder;
  private final ServerUsers.Claim claim;
  private final EngineFolder.Endpoint endpoint;
  private final EngineLogin login;

  private EmbeddedClickHouse(
      EngineFolder folder,
      ServerUsers.Claim claim,
      EngineFolder.Endpoint endpoint,
      EngineLogin login) {
    this.folder = folder;
    this.claim = claim;
    this.endpoint = endpoint;
    this.login = login;
  }

  /**
   * Joins the engine of a folder, or starts it.
   *
   * @param path the engine's folder, made when it is missing, by default {@code
   *     .devdata/clickhouse}
   * @param progress receives, in a line, what takes time
   * @throws ClickHouseUnavailableException when there is no engine to be had
   */
  public static EmbeddedClickHouse lease(Path path, Consumer<String> progress) {
    return lease(path, ChdbLibrary.ofThisMachine(), 0, progress);
  }

  /**
   * Does the same for a user whose environment and home are not those of this process.
   *
   * @param port that it must listen on, or 0: any that is free, the last one if possible
   */
  public static EmbeddedClickHouse lease(
      Path path, Map<String, String> environment, Path home, int port, Consumer<String> progress) {
    return lease(path, ChdbLibrary.of(environment, home), port, progress);
  }

  private static EmbeddedClickHouse lease(
      Path path, ChdbLibrary libraries, int port, Consumer<String> progress) {
    EngineFolder folder = new EngineFolder(path.toAbsolutePath().normalize());
    ChdbPackage wanted =
        ChdbPackage.of(System.getProperty("os.name"), System.getProperty("os.arch"));
    Path library = libraries.locate(wanted, progress);
    try {
      TrustedPrograms.require(library);
      Files.createDirectories(folder.usersFolder());
      EngineLauncher launcher = new EngineLauncher(folder, library, port, START_LIMIT);
      return launcher.enter(
          (claim, endpoint) ->
              new EmbeddedClickHouse(folder, claim, endpoint, EngineLogin.of(folder.password())));
    } catch (IOException e) {
      throw new ClickHouseUnavailableException(
          FileTrouble.explain(
              "cannot use the folder '%s' of the embedded ClickHouse".formatted(folder.path()), e),
          e);
    }
  }

  /** The engine of a folder, when it runs; takes no lease. */
  public static Optional<Status> status(Path path) throws IOException {
    EngineFolder folder = new EngineFolder(path.toAbsolutePath().normalize());
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    while (folder.isRunning() && System.nanoTime() - deadline < 0) {
      Optional<EngineFolder.Endpoint> found = folder.endpoint();
      if (found.isPresent()) {
        boolean stays = Files.exists(folder.stay());
        return found.map(at -> new Status(at.port(), at.pid(), at.version(), stays));
      }
      // It is starting, perhaps for a command that was killed.
      pause();
    }
    return Optional.empty();
  }

  /** Lets the engine run on after the last lease, until {@link #stop}. */
  public void stay() throws IOException {
    Files.writeString(folder.stay(), "");
  }

  /**
   * Takes back {@link #stay}: the engine ends when its last lease does. Without a lease it ends
   * now, and this waits for it.
   */
  public static StopResult stop(Path path) throws IOException {
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
        if (closed.isValid() && folder.users().count() > 0) {
          return StopResult.IN_USE;
        }
      }
    }
    // It gives up its folder a moment before it is gone.
    long deadline = System.nanoTime() + STOP_LIMIT.toNanos();
    while (folder.isRunning() || engine.filter(ProcessHandle::isAlive).isPresent()) {
      if (System.nanoTime() - deadline > 0) {
        throw new ClickHouseUnavailableException(
            "the embedded ClickHouse, %s, does not end: end that process with kill -9"
                .formatted(LockOwner.read(folder.engineLock())));
      }
      pause();
    }
    return StopResult.STOPPED;
  }

  private static void pause() {
    try {
      Thread.sleep(STOP_POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClickHouseUnavailableException(
          "interrupted while waiting for the embedded ClickHouse", e);
    }
  }

  /** The port on the loopback address. */
  public int port() {
    return endpoint.port();
  }

  /** The only account. */
  public String user() {
    return EngineLogin.USER;
  }

  /** Its password, which must not get into logs. */
  public String password() {
    return login.password();
  }

  /** The file that holds the password of the engine of a folder; only its owner can read it. */
  public static Path passwordFile(Path path) {
    return new EngineFolder(path.toAbsolutePath().normalize()).password();
  }

  /** URL of ClickHouse's HTTP interface. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + endpoint.port());
  }

  /** ClickHouse's version, such as {@code 26.7.2.1}. */
  public String version() {
    return endpoint.version();
  }

  @Override
  public void close() {
    try {
      claim.release();
    } catch (IOException e) {
      throw new ClickHouseUnavailableException(
          "cannot give back the lease '%s': %s; delete that file"
              .formatted(claim.file(), e.getMessage()),
          e);
    }
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
