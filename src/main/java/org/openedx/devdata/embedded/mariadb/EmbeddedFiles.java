package org.openedx.devdata.embedded.mariadb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.openedx.devdata.embedded.EmbeddedServerException;
import org.openedx.devdata.embedded.FolderCopy;
import org.openedx.devdata.embedded.SecretFile;

/**
 * Files of an embedded MariaDB: copied, and replaced by a copy. For that the server is stopped in
 * good order, so that files are whole and need no recovery; one that stays is started again.
 * Thread-safe.
 */
public final class EmbeddedFiles {

  /** Databases of the server's own. */
  private static final Set<String> OWN = Set.of("mysql", "performance_schema", "sys");

  private final ServerControl control;
  private final MariaDbHome home;

  EmbeddedFiles(ServerControl control) {
    this.control = control;
    this.home = control.home();
  }

  /** Returns whether it has a database of that name. */
  public boolean has(String database) {
    if (new DataSwap(home).isHalfDone()) {
      control.locked(this::heal);
    }
    return Files.isDirectory(home.data().resolve(database));
  }

  private Optional<String> heal() throws IOException {
    Optional<String> healed = new DataSwap(home).heal();
    healed.ifPresent(control.progress());
    return healed;
  }

  /** Folders of its databases, in order of their names. */
  public List<String> databases() {
    return control.locked(
        () -> {
          try (Stream<Path> all = Files.list(home.data())) {
            return all.filter(Files::isDirectory)
                .map(folder -> folder.getFileName().toString())
                .filter(name -> !name.startsWith("#") && !OWN.contains(name))
                .sorted()
                .toList();
          }
        });
  }

  /** Digest of its account's password: files with another one belong to another server. */
  public String account() {
    return control.locked(() -> SecretFile.digest(home.password()));
  }

  /** Returns whether other commands use it than one whose lease the caller has. */
  public boolean isShared() {
    return control.locked(() -> control.users() > 1);
  }

  /** Returns whether its disk can clone its files into a folder. */
  public boolean isClonedTo(Path folder) {
    return control.locked(() -> FolderCopy.isCloned(home.folder(), folder));
  }

  /**
   * Copies its files.
   *
   * @param to the copy; not there yet
   * @throws EmbeddedServerException when other commands use it
   */
  public void copyTo(Path to) {
    control.locked(() -> whileStopped(() -> FolderCopy.copy(home.data(), to)));
  }

  /**
   * Replaces its files by a copy of others: killed at any moment, it has the old or the new ones.
   *
   * @throws EmbeddedServerException when other commands use it
   */
  public void replaceBy(Path files) {
    control.locked(
        () -> {
          heal();
          DataSwap swap = new DataSwap(home);
          swap.prepare(files);
          return whileStopped(swap::swap);
        });
  }

  /** Starts a second server on a copy of files, beside the server of the working folder. */
  public ServerCopy open(Path files) {
    return ServerCopy.open(
        files, home.folder().resolve("opened"), control.cache(), control.progress());
  }

  private boolean whileStopped(FileStep step) throws IOException {
    if (control.users() > 1) {
      throw new EmbeddedServerException("another command uses the embedded MariaDB");
    }
    Optional<ServerState> state = control.running();
    state.ifPresent(control::end);
    try {
      step.run();
    } finally {
      if (state.isPresent() && state.get().stays()) {
        control.launch(state.get().port()).staying().write(home.state());
      }
    }
    return state.isPresent();
  }

  @FunctionalInterface
  private interface FileStep {
    void run() throws IOException;
  }
}
