package org.openedx.devdata.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;

/** Operations of the engines on whole folders. */
public final class Folders {

  private Folders() {}

  /** Deletes a folder and all in it; nothing happens when it is not there. */
  public static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** Adds up the sizes of all files, in bytes; files that vanish meanwhile count nothing. */
  public static long size(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.mapToLong(Folders::sizeOfFile).sum();
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof NoSuchFileException) {
        return size(folder);
      }
      throw e.getCause();
    }
  }

  private static long sizeOfFile(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.size(file) : 0;
    } catch (IOException vanished) {
      return 0;
    }
  }

  /** Makes a folder, and those above it, in which only its owner may make files. */
  public static void createOwn(Path folder) throws IOException {
    create(folder, "rwxr-xr-x");
  }

  /** Makes a folder in which only its owner may look. */
  public static void createPrivate(Path folder) throws IOException {
    if (folder.getParent() != null) {
      Files.createDirectories(folder.getParent());
    }
    create(folder, "rwx------");
  }

  private static void create(Path folder, String rights) throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createDirectories(
          folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights)));
    } else {
      Files.createDirectories(folder);
    }
  }

  /** Takes the right to write in a folder and all in it from all users but its owner. */
  public static void writableByOwnerOnly(Path folder) throws IOException {
    if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        if (!Files.isSymbolicLink(file)) {
          Set<PosixFilePermission> rights = Files.getPosixFilePermissions(file);
          rights.remove(PosixFilePermission.GROUP_WRITE);
          rights.remove(PosixFilePermission.OTHERS_WRITE);
          Files.setPosixFilePermissions(file, rights);
        }
      }
    }
  }

  /**
   * Makes an empty file that only its owner may read and write, where the system has such rights.
   */
  static void createPrivateFile(Path file) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(file);
    }
  }
}
