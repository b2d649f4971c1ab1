package org.openedx.devdata.embedded.mariadb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.openedx.devdata.embedded.FolderCopy;
import org.openedx.devdata.embedded.Folders;

/**
 * Replacement of a server's data folder by another one. A new folder is made beside under a name of
 * its own, then both are renamed: killed at any moment, the server has the old files or the new
 * ones, and {@link #heal} removes what is left. Callers hold the lock of the server, which does not
 * run while folders are renamed.
 *
 * @param home of the server
 */
record DataSwap(MariaDbHome home) {

  /** The new folder while it is copied. */
  private Path copied() {
    return home.folder().resolve("data.copied");
  }

  /** The new folder once it is whole. */
  private Path whole() {
    return home.folder().resolve("data.whole");
  }

  /** The old folder once the new one takes its place. */
  private Path before() {
    return home.folder().resolve("data.before");
  }

  /** Makes the new folder, a copy of another one; the server may still run. */
  void prepare(Path from) throws IOException {
    try {
      FolderCopy.copy(from, copied());
      move(copied(), whole());
    } catch (IOException | RuntimeException e) {
      Folders.delete(copied());
      throw e;
    }
  }

  /** Puts the new folder in the place of the old one. */
  void swap() throws IOException {
    move(home.data(), before());
    move(whole(), home.data());
    Folders.delete(before());
  }

  /** Returns whether a swap was interrupted that {@link #heal} has to end before data are used. */
  boolean isHalfDone() {
    return Files.exists(whole()) && !Files.exists(home.data());
  }

  /**
   * Ends what was interrupted.
   *
   * @return a sentence on it; empty where there was nothing
   */
  Optional<String> heal() throws IOException {
    Optional<String> sentence = Optional.empty();
    if (isHalfDone()) {
      move(whole(), home.data());
      sentence = Optional.of("completed a restore of the server's files that was interrupted");
    } else if (Files.exists(whole()) || Files.exists(copied())) {
      sentence =
          Optional.of(
              "a restore of the server's files was interrupted; the files are as they were before it");
    } else if (Files.exists(before())) {
      sentence = Optional.of("a restore of the server's files was interrupted after its end");
    }
    Folders.delete(copied());
    Folders.delete(whole());
    Folders.delete(before());
    return sentence;
  }

  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }
}
