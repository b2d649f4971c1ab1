package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openedx.devdata.testing.TestDatabase;

/** Outputs that are compared whole; they stand in files beside this class. */
final class Golden {

  private Golden() {}

  /**
   * Compares a whole output with a file's text. With {@code -Ddevdata.accept=true} the file is
   * written instead, to be looked at before it is committed.
   */
  static void check(String name, String actual) {
    try {
      if (Boolean.getBoolean("devdata.accept")) {
        Path file = Path.of("src/test/resources/org/openedx/devdata/cli/golden", name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, actual);
      }
      assertThat(actual).isEqualTo(text(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(String name) throws IOException {
    if (Boolean.getBoolean("devdata.accept")) {
      return Files.readString(Path.of("src/test/resources/org/openedx/devdata/cli/golden", name));
    }
    try (InputStream in = Golden.class.getResourceAsStream("golden/" + name)) {
      assertThat(in).as("golden file " + name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** An output without what differs from run to run: the server's address and the time taken. */
  static String plain(String output, TestDatabase database) {
    return output
        .replaceAll("jdbc:mysql://[^/]+/" + database.name(), "jdbc:mysql://SERVER/edxapp")
        .replaceAll("\\(\\d+(\\.\\d)? s\\)", "(TIME)")
        .replaceAll("\"seconds\": [0-9.]+", "\"seconds\": 0");
  }
}
