package org.openedx.devdata.jdbc.targets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.function.Consumer;
import org.openedx.devdata.spec.InputFile;
import org.openedx.devdata.spec.IoReason;

/** Reads password files: the first line is the password. Stateless. */
final class Password {

  private static final int LONGEST = 4096;

  private Password() {}

  /**
   * Reads one.
   *
   * @param shown the path as the person wrote it
   * @param warnings receives a line when others can read the file
   * @throws ConfigurationException when it cannot be read or holds no password
   */
  static String fromFile(Path file, String shown, Consumer<String> warnings) {
    byte[] bytes;
    try {
      if (Files.isDirectory(file)) {
        throw new ConfigurationException("the password file " + shown + " is a folder");
      }
      if (!Files.exists(file)) {
        throw new ConfigurationException(
            "there is no password file %s; check the path".formatted(shown));
      }
      try (InputStream input = InputFile.open(file)) {
        bytes = input.readNBytes(LONGEST + 1);
      }
    } catch (IOException e) {
      throw new ConfigurationException(
          "the password file %s cannot be read: %s".formatted(shown, IoReason.of(e)));
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    String line = text.lines().findFirst().orElse("");
    if (bytes.length > LONGEST || text.lines().skip(1).anyMatch(more -> !more.isBlank())) {
      throw new ConfigurationException(
          "the password file %s holds more than one line; it must hold the password alone"
              .formatted(shown));
    }
    warnIfOpen(file, warnings);
    return line;
  }

  /** Warns when every user of this machine can read a file that holds a password. */
  private static void warnIfOpen(Path file, Consumer<String> warnings) {
    try {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
      if (permissions.contains(PosixFilePermission.OTHERS_READ)) {
        warnings.accept(
            "%s holds a password and every user of this machine can read it; chmod 600 %s"
                .formatted(file, file));
      }
    } catch (IOException | UnsupportedOperationException e) {
      return; // A file system without such permissions.
    }
  }
}
