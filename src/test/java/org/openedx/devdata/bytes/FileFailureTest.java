package org.openedx.devdata.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.sink.file.FolderStore;
import org.openedx.devdata.sink.file.GrowingFile;
import org.openedx.devdata.testing.Requirement;

class FileFailureTest {

  private static final Path FULL = Path.of("/dev/full");

  @TempDir private Path folder;

  @Test
  void failureThatNamesItsFileStaysAsItIs() {
    NoSuchFileException failure = new NoSuchFileException("/x");
    assertThat(FileFailure.at(Path.of("/y"), failure)).isSameAs(failure);
    assertThat(FileFailure.at(Path.of("/y"), new IOException("No space left on device")))
        .hasMessage("/y: No space left on device");
  }

  @Test
  void fullDiskNamesTheFileOfARun() throws IOException {
    Requirement.present(Files.exists(FULL), () -> "no /dev/full");
    Path file = Files.createSymbolicLink(folder.resolve("rows.csv"), FULL);
    FolderStore store = new FolderStore(folder);
    byte[] content = "1,2\n".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> store.put("rows.csv", content))
        .hasMessage(file + ": No space left on device");
    OutputBytes bytes = new OutputBytes(16);
    bytes.put(content);
    try (GrowingFile growing = store.open("rows.csv", 0)) {
      assertThatThrownBy(() -> growing.append(bytes, () -> {}))
          .hasMessage(file + ": No space left on device");
    }
  }

  @Test
  void everyReasonIsMoreThanAName() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("none"));
    for (Path place : List.of(file.resolve("a/b"), link.resolve("a/b"), folder.resolve("x/y"))) {
      assertThatThrownBy(() -> Files.writeString(place, ""))
          .isInstanceOfSatisfying(
              IOException.class,
              e ->
                  assertThat(FileFailure.reason(e)).startsWith(place + ": ").hasSizeGreaterThan(9));
    }
    assertThatThrownBy(() -> Files.createDirectories(link.resolve("a")))
        .isInstanceOfSatisfying(
            IOException.class,
            e ->
                assertThat(FileFailure.reason(e))
                    .isEqualTo(link + ": it is there, and is no folder"));
  }
}
