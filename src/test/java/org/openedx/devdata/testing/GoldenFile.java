package org.openedx.devdata.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts that are compared whole with files among the test resources. Stateless. */
public final class GoldenFile {

  private GoldenFile() {}

  /**
   * Compares a text with a file. With {@code -Ddevdata.accept=true} the file is written instead, to
   * be reviewed before it is committed.
   *
   * @param owner the test; the file lies beside it
   * @param name of the file, relative to the test
   */
  public static void check(Class<?> owner, String name, String actual) {
    Path file =
        Path.of("src/test/resources", owner.getPackageName().replace('.', '/')).resolve(name);
    try {
      if (Boolean.getBoolean("devdata.accept")) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, actual);
      }
      assertThat(file).as("golden file").exists();
      assertThat(actual).isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
