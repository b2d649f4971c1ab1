package org.openedx.devdata.embedded;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Copies of folders that share their blocks with the original where the disk can clone files (XFS,
 * Btrfs, APFS and others): that takes no time and no room. Hard links would not do, since servers
 * write into their files. Stateless.
 */
public final class FolderCopy {

  private FolderCopy() {}

  /** Returns whether files of a folder can be cloned into another one; both are there. */
  public static boolean isCloned(Path from, Path to) throws IOException {
    Path probe = Files.createTempFile(from, ".probe", "");
    Path clone = to.resolve(probe.getFileName() + ".clone");
    try {
      Files.write(probe, new byte[1 << 12]);
      return FileClone.of(probe, clone);
    } finally {
      Files.deleteIfExists(probe);
      Files.deleteIfExists(clone);
    }
  }

  /**
   * Copies a folder with all that is in it.
   *
   * @param to the copy; not there yet
   */
  public static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(folder, copied(folder), StandardCopyOption.COPY_ATTRIBUTES);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Path copy = copied(file);
            if (!FileClone.of(file, copy)) {
              Files.copy(
                  file,
                  copy,
                  StandardCopyOption.COPY_ATTRIBUTES,
                  StandardCopyOption.REPLACE_EXISTING);
            }
            return FileVisitResult.CONTINUE;
          }

          private Path copied(Path path) {
            return to.resolve(from.relativize(path).toString());
          }
        });
  }
}
