package org.openedx.devdata.embedded.mariadb;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.openedx.devdata.embedded.CacheFolder;
import org.openedx.devdata.embedded.EmbeddedServerException;
import org.openedx.devdata.embedded.FileTrouble;
import org.openedx.devdata.embedded.FolderLock;
import org.openedx.devdata.embedded.ServerUsers;

/**
 * The process of an embedded MariaDB: looked for, started, ended. All but {@link #locked} is to be
 * called within that. Immutable.
 *
 * @param home folder of the server
 * @param cache where program files are unpacked to
 * @param progress receives what takes longer than a moment
 */
record ServerControl(MariaDbHome home, CacheFolder cache, Consumer<String> progress) {

  <T> T locked(FolderLock.Step<T> step) {
    try {
      return new FolderLock(home.lock(), this::reportBusy).hold(step);
    } catch (IOException e) {
      throw new EmbeddedServerException(
          FileTrouble.explain("cannot use the folder " + home.folder(), e), e);
    }
  }

  private void reportBusy(String owner) {
    progress.accept("waiting for " + owner + ", which starts or stops the server");
  }

  /** The server that is noted, or one whose starter was killed before it could note it. */
  Optional<ServerState> running() throws IOException {
    Optional<ServerState> noted = ServerState.read(home.state());
    return noted.filter(state -> ServerProcess.find(state, home.data()).isPresent()).isPresent()
        ? noted
        : ServerProcess.on(home.data()).stream()
            .filter(server -> server.port().isPresent())
            .findFirst()
            .map(ServerState::found);
  }

  /**
   * Joins the running server or starts one.
   *
   * @param port to listen on, or 0 for any free one
   */
  ServerState joinOrLaunch(int port) throws IOException {
    new DataSwap(home).heal().ifPresent(progress);
    Optional<ServerState> found = running();
    if (found.isPresent()) {
      Optional<ServerProcess> server = ServerProcess.find(found.get(), home.data());
      if (server.isPresent() && MariaDbLauncher.isReady(found.get(), server.get())) {
        found.get().write(home.state());
        return found.get();
      }
    }
    return launch(port);
  }

  /** Starts a server, setting up its data if there are none. */
  ServerState launch(int port) throws IOException {
    MariaDbBinaries binaries = MariaDbBinaries.unpacked(cache, progress);
    if (!home.isInstalled()) {
      progress.accept("setting up a database server in " + home.folder());
      // Whoever began to set one up is dead, or would hold the lock.
      ServerProcess.on(home.unfinishedData()).forEach(ServerProcess::stop);
      new MariaDbInstaller(binaries, home).install();
    }
    int last = ServerState.read(home.state()).map(ServerState::port).orElse(0);
    ServerState state =
        new MariaDbLauncher(new MariaDbCommand(binaries, home), home).launch(port, last);
    state.write(home.state());
    return state;
  }

  boolean endUnlessUsed() throws IOException {
    Optional<ServerState> state = running();
    if (state.isEmpty() || state.get().stays() || users() > 0) {
      return false;
    }
    end(state.get());
    return true;
  }

  void end(ServerState state) {
    ServerProcess.find(state, home.data()).ifPresent(ServerProcess::stop);
  }

  /** Number of commands that use it. */
  int users() throws IOException {
    return new ServerUsers(home.users()).count();
  }
}
