package org.openedx.devdata.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openedx.devdata.testing.Requirement;

class OutputFolderTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xapi.csv.gz",
        "course_blocks_00000.native.lz4",
        "manifest.json",
        "checkpoint-1of2.json",
        "failed"
      })
  void linkThatRowsWouldFollowIsRefused(String name) throws IOException {
    Path precious = Files.writeString(folder.resolve("precious"), "mine");
    Path out = Files.createDirectory(folder.resolve("out"));
    Files.createSymbolicLink(out.resolve(name), precious);

    assertThatThrownBy(() -> new OutputFolder(out).refuseLinks())
        .hasMessageContaining(name + " is a link to " + precious);
  }

  @Test
  void otherFilesAreNoConcernOfARun() throws IOException {
    Files.createSymbolicLink(folder.resolve("notes.txt"), Path.of("elsewhere"));
    assertThatCode(() -> new OutputFolder(folder).refuseLinks()).doesNotThrowAnyException();
    assertThatCode(() -> new OutputFolder(folder.resolve("none")).refuseLinks())
        .doesNotThrowAnyException();
  }

  @Test
  void ownFilesAreNotOfAnotherUser() throws IOException {
    Files.writeString(folder.resolve("xapi.csv"), "row");
    assertThat(new OutputFolder(folder).ofAnotherUser()).isEmpty();
  }

  /** Only root can make one. */
  @Test
  void fileOfAnotherUserIsNamed() throws IOException {
    Requirement.applies(
        System.getProperty("user.name").equals("root"), "only root gives files away");
    Path file = Files.writeString(folder.resolve("xapi.csv"), "row");
    Files.setOwner(
        file,
        folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));

    assertThat(new OutputFolder(folder).ofAnotherUser()).contains("xapi.csv is of the user nobody");
  }
}
