package org.openedx.devdata.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.testing.Requirement;

class WholeFileTest {

  @TempDir private Path folder;

  private static void write(Path file, String text) throws IOException {
    WholeFile.write(file, out -> out.write(text.getBytes()));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void filesAreMadeAndReplaced() throws IOException {
    Path file = folder.resolve("a");
    write(file, "first");
    write(file, "second");
    assertThat(file).hasContent("second");
    assertThat(names()).containsExactly("a");
  }

  @Test
  void aFailureLeavesTheFileAsItWas() throws IOException {
    Path file = folder.resolve("a");
    write(file, "first");
    assertThatThrownBy(
            () ->
                WholeFile.write(
                    file,
                    out -> {
                      out.write(new byte[100_000]);
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file.toString());
    assertThat(file).hasContent("first");
    assertThat(names()).containsExactly("a");
  }

  @Test
  void whatALinkLeadsToIsReplacedAndNotTheLink() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "first");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    write(link, "second");
    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("second");
  }

  /** A device of the test's own: the machine's must not be lost when this fails. */
  @Test
  void aDeviceIsWrittenToAndNotReplaced() throws Exception {
    Path full = folder.resolve("full");
    int made = new ProcessBuilder("mknod", full.toString(), "c", "1", "7").start().waitFor();
    Requirement.applies(made == 0, "this user makes no device files");
    assertThatThrownBy(() -> write(full, "text"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("full")
        .hasMessageContaining("No space left");
    assertThat(Files.exists(full) && !Files.isRegularFile(full)).as("still a device").isTrue();
  }

  @Test
  void aFolderIsRefused() {
    assertThatThrownBy(() -> write(folder, "text")).isInstanceOf(IOException.class);
    assertThat(folder).isDirectory();
  }
}
