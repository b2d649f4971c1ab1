package org.openedx.devdata.embedded.mariadb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openedx.devdata.embedded.EmbeddedServerException;
import org.openedx.devdata.embedded.FileTrouble;

/**
 * The files of one embedded MariaDB.
 *
 * @param folder such as {@code .devdata/mariadb} below the current folder; absolute
 */
public record MariaDbHome(Path folder) {

  /** MariaDB copies its paths into buffers of 512 bytes and adds file names to them. */
  private static final int LONGEST_PATH = 380;

  public MariaDbHome {
    folder = folder.toAbsolutePath().normalize();
  }

  /** Makes the folder ready for use, so that the first failure is one with a clear message. */
  void prepare() {
    if (folder.toString().length() > LONGEST_PATH) {
      throw new EmbeddedServerException(
          "the folder %s has a path of %d characters, MariaDB takes %d: use a shorter one"
              .formatted(folder, folder.toString().length(), LONGEST_PATH));
    }
    for (Path part = folder; part != null; part = part.getParent()) {
      if (Files.isRegularFile(part)) {
        throw new EmbeddedServerException(
            "cannot use the folder %s: %s is not a folder".formatted(folder, part));
      }
    }
    try {
      Files.createDirectories(temporary());
      if (!Files.exists(ignore())) {
        Files.writeString(ignore(), "*\n");
      }
      if (!Files.isWritable(folder)) {
        throw new EmbeddedServerException(
            "cannot use the folder " + folder + ": no permission to write in it");
      }
    } catch (IOException e) {
      throw new EmbeddedServerException(
          FileTrouble.explain("cannot use the folder " + folder, e), e);
    }
  }

  boolean exists() {
    return Files.isDirectory(folder);
  }

  boolean isInstalled() {
    return Files.isDirectory(data().resolve("mysql"));
  }

  public Path data() {
    return folder.resolve("data");
  }

  /** Folder in which a new data folder is made, until it is whole. */
  public Path unfinishedData() {
    return folder.resolve("data.part");
  }

  Path temporary() {
    return folder.resolve("tmp");
  }

  Path log() {
    return folder.resolve("server.log");
  }

  Path previousLog() {
    return folder.resolve("server.log.1");
  }

  public Path lock() {
    return folder.resolve("lock");
  }

  public Path users() {
    return folder.resolve("users");
  }

  public Path state() {
    return folder.resolve("server.properties");
  }

  public Path password() {
    return folder.resolve("password");
  }

  /** SQL that the server runs at each start, if there is such a file. */
  Path firstStatements() {
    return folder.resolve("first.sql");
  }

  private Path ignore() {
    return folder.resolve(".gitignore");
  }
}
