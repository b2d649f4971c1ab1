package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.testing.TestClickHouse;

/** The embedded ClickHouse as a destination. */
@Tag("clickhouse")
class LoadDbEmbeddedTest {

  @TempDir private Path folder;

  @Test
  void theSmallRunGoesIntoTablesThatAreMadeForIt() {
    TestClickHouse.required();
    CommandLab lab = new CommandLab(folder);
    System.getenv().forEach(lab::variable);

    CommandLab.Result result = lab.run("load-db", "--target", "embedded");

    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(result.out())
        .startsWith("the default configuration -> the embedded ClickHouse\n")
        .contains("manifest: .devdata/load-db/clickhouse/manifest.json");
    assertThat(folder.resolve(".devdata/load-db/clickhouse/manifest.json")).exists();
  }
}
