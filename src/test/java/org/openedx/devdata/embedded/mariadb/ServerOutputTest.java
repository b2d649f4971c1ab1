package org.openedx.devdata.embedded.mariadb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerOutputTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[ERROR] InnoDB: preallocating 12582912 bytes for file ./ibdata1 failed with error 28",
        "[ERROR] InnoDB: Could not set the file size of './ibdata1'. Probably out of disk space",
        "[ERROR] mariadbd: Error writing file 'x' (Errcode: 28 \"No space left on device\")",
        "[ERROR] InnoDB: Error number 28 means 'No space left on device'",
        "[ERROR] mariadbd: Disk is full writing './aria_log.00000001' (Errcode: 28)"
      })
  void fullDiskIsNamedWhateverComesAfterIt(String line) throws IOException {
    Path log = folder.resolve("server.log");
    Files.writeString(
        log, line + "\n[ERROR] Unknown/unsupported storage engine: InnoDB\n[ERROR] Aborting\n");
    assertThat(new ServerOutput(log).reason())
        .isEqualTo("the disk of " + folder + " is full: free some space");
  }

  @Test
  void aClockThatTheServerDoesNotTakeIsToBeSet() throws IOException {
    Path log = folder.resolve("server.log");
    Files.writeString(
        log, "2046-11-26  3:55:21 0 [ERROR] This server doesn't support dates later than 2038\n");
    assertThat(new ServerOutput(log).reason()).contains("clock is later than 2038-01-19");
  }
}
