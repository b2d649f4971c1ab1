package org.openedx.devdata.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies of folders. */
class FolderCopyTest {

  @TempDir private Path folder;

  @Test
  void aCopyHasAllFilesAndSharesNoneThatIsWrittenInto() throws IOException {
    Path from = Files.createDirectories(folder.resolve("from"));
    Files.createDirectories(from.resolve("a/b"));
    Files.writeString(from.resolve("a/b/file"), "old");
    Files.writeString(from.resolve(".hidden"), "");

    FolderCopy.copy(from, folder.resolve("to"));
    Files.writeString(from.resolve("a/b/file"), "new");

    assertThat(folder.resolve("to/a/b/file")).hasContent("old");
    assertThat(folder.resolve("to/.hidden")).exists();
  }

  @Test
  void whatCannotBeCopiedIsNamed() {
    assertThatThrownBy(() -> FolderCopy.copy(folder.resolve("none"), folder.resolve("to")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("none");
    assertThat(folder.resolve("to")).doesNotExist();
  }

  @Test
  void aLookWhetherFilesAreClonedLeavesNothing() throws IOException {
    Path from = Files.createDirectories(folder.resolve("from"));
    Path to = Files.createDirectories(folder.resolve("to"));

    FolderCopy.isCloned(from, to);

    assertThat(from).isEmptyDirectory();
    assertThat(to).isEmptyDirectory();
  }
}
