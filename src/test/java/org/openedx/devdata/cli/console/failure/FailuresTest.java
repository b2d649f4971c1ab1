package org.openedx.devdata.cli.console.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FailuresTest {

  @Test
  void outOfMemoryNamesTheVariableThatGivesMore() {
    assertThat(Failures.of(new OutOfMemoryError("Java heap space")).message())
        .contains("DEVDATA_OPTS=-Xmx4g");
  }

  @Test
  void failuresOfFilesAreNoBugs() {
    Map<Exception, String> expected =
        Map.of(
            new NoSuchFileException("/a"), "there is no file or folder /a; check the path",
            new AccessDeniedException("/a"),
                "no permission for /a; change its rights or name another place",
            new FileSystemException("/a", null, "No space left on device"),
                "cannot write /a: its disk is full; free some space",
            new IOException("Too many open files"),
                "cannot read or write: this process may open too few files (ulimit -n)");
    expected.forEach(
        (failure, message) -> {
          assertThat(Failures.of(failure).message()).isEqualTo(message);
          if (failure instanceof IOException io) {
            assertThat(Failures.of(new UncheckedIOException(io)).message()).isEqualTo(message);
          }
        });
  }

  @Test
  void partThatIsMissingSaysWhatMayBeTheReason() {
    assertThat(Failures.of(new NoClassDefFoundError("org/x/Y")).message())
        .contains("org/x/Y")
        .contains("ulimit -n");
  }
}
