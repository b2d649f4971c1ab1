package org.openedx.devdata.keep.snapshot.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;

/**
 * Properties of a file beside its content.
 *
 * @param mode who may read, write and execute it, such as {@code rw-r--r--}; empty where it is not
 *     known, as on a disk without such modes
 * @param modified when it was last written, in UTC, such as {@code 2026-11-30T12:00:00.5Z}; empty
 *     where it is not known
 */
public record FileTraits(String mode, String modified) {

  /** Traits of a link, and of files that an older devdata has saved. */
  static final FileTraits NONE = new FileTraits("", "");

  /** The traits of a file. */
  static FileTraits of(Path file) throws IOException {
    PosixFileAttributeView posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (posix == null) {
      return new FileTraits("", modified(Files.readAttributes(file, BasicFileAttributes.class)));
    }
    var attributes = posix.readAttributes();
    return new FileTraits(
        PosixFilePermissions.toString(attributes.permissions()), modified(attributes));
  }

  private static String modified(BasicFileAttributes attributes) {
    return attributes.lastModifiedTime().toString();
  }

  /**
   * Gives a file these traits, as far as they are known and differ.
   *
   * @throws IOException when the file is another account's
   */
  void giveTo(Path file) throws IOException {
    FileTraits now = of(file);
    if (!mode.isEmpty() && !now.mode.isEmpty() && !mode.equals(now.mode)) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }
    if (!modified.isEmpty() && !modified.equals(now.modified)) {
      Files.setLastModifiedTime(file, FileTime.from(Instant.parse(modified)));
    }
  }
}
