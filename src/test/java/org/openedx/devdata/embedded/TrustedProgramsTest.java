package org.openedx.devdata.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class TrustedProgramsTest {

  @TempDir private Path folder;
  private Path programs;
  private Path program;

  @BeforeEach
  void makePrograms() throws IOException {
    programs = Files.createDirectories(folder.resolve("cache/bin"));
    program = Files.writeString(programs.resolve("server"), "code");
    for (Path path : new Path[] {folder, folder.resolve("cache"), programs, program}) {
      rights(path, "rwxr-xr-x");
    }
  }

  private static void rights(Path path, String rights) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
  }

  @Test
  void ownProgramsAreRun() {
    // The folder above all of them, /tmp, may be written by every user, and is sticky.
    assertThatCode(() -> TrustedPrograms.require(programs)).doesNotThrowAnyException();
    assertThatCode(() -> TrustedPrograms.require(program)).doesNotThrowAnyException();
  }

  @Test
  void whatEverybodyMayWriteIsNotRun() throws IOException {
    for (Path path : new Path[] {program, programs, folder.resolve("cache")}) {
      rights(path, "rwxr-xrwx");
      assertThatThrownBy(() -> TrustedPrograms.require(programs))
          .isInstanceOf(EmbeddedServerException.class)
          .hasMessageContaining(path + " may be written by every user")
          .hasMessageContaining("DEVDATA_CACHE");
      rights(path, "rwxr-xr-x");
    }
  }

  @Test
  void whatBelongsToAnotherUserIsNotRun() throws IOException {
    UserPrincipal nobody =
        FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
    boolean root = (Integer) Files.getAttribute(folder, "unix:uid") == 0;
    if (root) {
      Files.setOwner(program, nobody);
      assertThatThrownBy(() -> TrustedPrograms.require(programs))
          .hasMessageContaining(program + " belongs to nobody");
      // An administrator's are everybody's, and one's own are one's own.
      assertThatCode(() -> TrustedPrograms.require(programs, nobody)).doesNotThrowAnyException();
    } else {
      assertThatThrownBy(() -> TrustedPrograms.require(programs, nobody))
          .hasMessageContaining(" belongs to ");
    }
  }

  @Test
  void unpackedProgramsLoseTheRightsOfOthers() throws IOException {
    rights(programs, "rwxrwxrwx");
    rights(program, "rwxrwxrwx");
    Folders.writableByOwnerOnly(folder.resolve("cache"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(program)))
        .isEqualTo("rwxr-xr-x");
    assertThatCode(() -> TrustedPrograms.require(programs)).doesNotThrowAnyException();
  }
}
