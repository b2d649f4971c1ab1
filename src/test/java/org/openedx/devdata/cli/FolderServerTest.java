package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.testing.FaultyProxy;

/** A ClickHouse that is not there, or refuses, when files of a folder are loaded. */
@Tag("clickhouse")
class FolderServerTest extends FolderLoads {

  @Test
  void aServerThatIsNotThereIsToldBeforeFilesAreWritten() {
    lab.file(
        "run.yaml",
        "backend: csv\ncsv_output_destination: out\nload_from_s3_after: true\n"
            + site.keys().replaceAll("db_port: \\d+", "db_port: 1")
            + SmallLoads.WORLD);

    CommandLab.Result result = lab.run("load-db", "--config_file", "run.yaml");

    assertThat(result.code()).isEqualTo(ExitCode.FAILED);
    assertThat(result.err()).hasLineCount(1).contains("check that it runs and that host, port");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void whatCannotBeLoadedAfterItIsWrittenCanBeLater() throws IOException {
    try (FaultyProxy proxy = new FaultyProxy(site.engine().url())) {
      proxy.failInserts(1, FaultyProxy.Fault.WRONG_PASSWORD);
      lab.file(
          "run.yaml",
          "backend: csv\ncsv_output_destination: out\nload_from_s3_after: true\n"
              + site.keys().replaceAll("db_port: \\d+", "db_port: " + proxy.url().getPort())
              + SmallLoads.WORLD);

      CommandLab.Result result = lab.run("load-db", "--config_file", "run.yaml");

      assertThat(result.code()).isEqualTo(ExitCode.FAILED);
      assertThat(result.err())
          .hasLineCount(1)
          .endsWith(
              "; the files are written, then 'devdata load-db --config_file run.yaml --load_db_only'"
                  + " loads them\n");
      assertThat(lab.run("load-db", "--config_file", "run.yaml", "--resume").err())
          .contains("nothing to resume", "--load_db_only' loads them");
      done("load-db", "--config_file", "run.yaml", "--load_db_only");
      everythingIsThere();
    }
  }

  @Test
  void aServerThatIsNotThereIsNotAskedForFilesAgainAndAgain() {
    configuration("backend: csv");
    done("load-db", "--config_file", "run.yaml");
    lab.file(
        "nobody.yaml",
        "backend: csv\ncsv_output_destination: out\n"
            + site.keys().replaceAll("db_port: \\d+", "db_port: 1")
            + SmallLoads.WORLD);

    CommandLab.Result result = lab.run("load-db-from-s3", "--config_file", "nobody.yaml");

    assertThat(result.code()).isEqualTo(ExitCode.FAILED);
    assertThat(result.err()).hasLineCount(1).contains("check that it runs and that host, port");
  }
}
