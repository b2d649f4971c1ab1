package org.openedx.devdata.bytes;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that a user has named, written so that it is there whole or not at all. A link stays one:
 * what it leads to is replaced. Devices and pipes are written to, and never replaced. Stateless.
 */
public final class WholeFile {

  /** Writes the content. */
  public interface Content {
    void write(OutputStream out) throws IOException;
  }

  private WholeFile() {}

  /**
   * Writes or replaces a file.
   *
   * @throws IOException that names the file; it is as it was then
   */
  public static void write(Path file, Content content) throws IOException {
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    try {
      if (Files.exists(target) && !Files.isRegularFile(target)) {
        send(content, target);
      } else {
        replace(content, target);
      }
    } catch (IOException e) {
      throw FileFailure.at(target, e);
    }
  }

  private static void replace(Content content, Path target) throws IOException {
    String name = ".%s.%x.tmp".formatted(target.getFileName(), System.nanoTime());
    Path fresh = target.resolveSibling(name);
    try {
      send(content, fresh, StandardOpenOption.CREATE_NEW);
      Files.move(
          fresh, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static void send(Content content, Path file, StandardOpenOption... more)
      throws IOException {
    StandardOpenOption[] options = new StandardOpenOption[more.length + 1];
    System.arraycopy(more, 0, options, 0, more.length);
    options[more.length] = StandardOpenOption.WRITE;
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file, options))) {
      content.write(out);
    }
  }
}
