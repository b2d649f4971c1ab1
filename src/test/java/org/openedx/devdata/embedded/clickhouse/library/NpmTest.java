package org.openedx.devdata.embedded.clickhouse.library;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpmTest {

  @TempDir private Path folder;

  @Test
  void aMissingNpmIsToldWithWhatToDo() {
    assertThatThrownBy(() -> new Npm(List.of("npm-that-is-not-here")).pack("x@1", folder))
        .isInstanceOf(ClickHouseUnavailableException.class)
        .hasMessage(
            "the embedded ClickHouse is fetched with 'npm-that-is-not-here', which does not start"
                + " here (No such file or directory); install Node.js with npm, name a libchdb.so"
                + " in DEVDATA_CHDB_LIBRARY, or use a ClickHouse server");
  }

  @Test
  void whatNpmSaysIsPassedOn() {
    assertThatThrownBy(
            () -> new Npm(List.of("sh", "-c", "echo no network; exit 7")).pack("x@1", folder))
        .isInstanceOf(ClickHouseUnavailableException.class)
        .hasMessageContaining("npm could not fetch x@1 (exit 7): no network; check the network");
  }
}
