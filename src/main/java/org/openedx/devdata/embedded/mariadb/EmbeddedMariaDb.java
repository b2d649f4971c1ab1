package org.openedx.devdata.embedded.mariadb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.openedx.devdata.embedded.CacheFolder;
import org.openedx.devdata.embedded.EmbeddedServerException;
import org.openedx.devdata.embedded.Folders;
import org.openedx.devdata.embedded.Lease;
import org.openedx.devdata.embedded.LeaseGuard;
import org.openedx.devdata.embedded.ServerEndpoint;
import org.openedx.devdata.embedded.ServerStatus;
import org.openedx.devdata.embedded.ServerUsers;
import org.openedx.devdata.embedded.StopResult;

/**
 * A MariaDB of this user's own: program files in the user's cache, data in a folder of the project,
 * listening on 127.0.0.1 only. Several processes may use one folder at once; they share one server.
 *
 * <p>How they agree: every start, stop, join and leave happens under the folder's {@link
 * FolderLock}; every user holds a locked file ({@link ServerUsers}); who leaves last ends the
 * server. All of these locks are the operating system's, so a killed process leaves no wrong count.
 * A server whose users were all killed goes on until the next user leaves or {@link #stop} is
 * called.
 *
 * <p>Thread-safe.
 */
public final class EmbeddedMariaDb {

  private static final String USER = "root";

  private final MariaDbHome home;
  private final ServerControl control;
  private final int port;

  /**
   * Describes a server; touches nothing.
   *
   * @param home folder for its data and log, made when missing
   * @param cache where program files are unpacked to
   * @param port to listen on, or 0 for any free one
   * @param progress receives what takes longer than a moment
   */
  public EmbeddedMariaDb(Path home, CacheFolder cache, int port, Consumer<String> progress) {
    this.home = new MariaDbHome(home);
    this.control = new ServerControl(this.home, cache, progress);
    this.port = port;
  }

  /**
   * Joins the running server or starts one.
   *
   * @throws EmbeddedServerException with a sentence about what is missing
   */
  public Lease lease() {
    return LeaseGuard.guard(this::takeLease);
  }

  /** Starts the server to stay, or lets a running one stay. */
  public ServerEndpoint start() {
    home.prepare();
    return control.locked(
        () -> {
          ServerState state = control.joinOrLaunch(port);
          state.staying().write(home.state());
          return endpoint(state);
        });
  }

  /** Ends the server, or lets it end when its users are done. */
  public StopResult stop() {
    if (!home.exists()) {
      return StopResult.NOT_RUNNING;
    }
    return control.locked(
        () -> {
          Optional<ServerState> state = control.running();
          if (state.isEmpty()) {
            return StopResult.NOT_RUNNING;
          }
          state.get().leaving().write(home.state());
          return control.endUnlessUsed() ? StopResult.STOPPED : StopResult.IN_USE;
        });
  }

  /** Looks, and changes nothing. */
  public ServerStatus status() {
    if (!home.exists()) {
      return new ServerStatus(home.data(), 0, Optional.empty());
    }
    return control.locked(
        () -> {
          Optional<ServerState> state = control.running();
          int users = control.users();
          return new ServerStatus(
              home.data(),
              Folders.size(home.data()),
              state.map(
                  s -> new ServerStatus.Running(s.pid(), s.port(), started(s), s.stays(), users)));
        });
  }

  /** Moment at which the server started, by the clock of now. */
  private Instant started(ServerState state) {
    return ServerProcess.find(state, home.data())
        .map(ServerProcess::started)
        .filter(start -> !start.equals(Instant.EPOCH))
        .orElse(state.started());
  }

  /** Its files. */
  public EmbeddedFiles files() {
    return new EmbeddedFiles(control);
  }

  private Lease takeLease() {
    home.prepare();
    return control.locked(
        () -> {
          ServerState state = control.joinOrLaunch(port);
          ServerUsers.Claim claim = new ServerUsers(home.users()).add();
          return new Lease(endpoint(state), () -> release(claim));
        });
  }

  private void release(ServerUsers.Claim claim) {
    control.locked(
        () -> {
          claim.release();
          return control.running().isPresent() && control.endUnlessUsed();
        });
  }

  private ServerEndpoint endpoint(ServerState state) throws IOException {
    if (port != 0 && port != state.port()) {
      throw new EmbeddedServerException(
          "the embedded MariaDB already runs on port %d, not %d: stop it first, or ask for no port"
              .formatted(state.port(), port));
    }
    return new ServerEndpoint(state.port(), USER, Files.readString(home.password()));
  }
}
