package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.testing.lrs.TestLrs;
import org.openedx.devdata.world.dump.DumpTable;

/** Shipped configurations that name servers run, with fewer batches, on those of the test. */
@Tag("clickhouse")
class ServerExamplesTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {"clickhouse.yaml", "ralph.yaml", "dialect_1_5_0_ralph.yaml", "vector.yaml"})
  void runsScaledDown(String example) throws IOException {
    TestSite site = TestSite.empty("example_load");
    try (TestLrs lrs = TestLrs.open()) {
      String text =
          Files.readString(Path.of("example_configs", example))
              .replaceAll("(?m)^db_(host|port|username|name|event_sink_name):.*\n", "")
              .replaceAll("(?m)^lrs_url:.*", "lrs_url: " + lrs.url())
              .replaceAll("(?m)^lrs_username:.*", "lrs_username: " + lrs.user())
              .replaceAll("(num_xapi_batches|num_batches): \\d+", "$1: 2")
              .replaceAll("batch_size: \\d+", "batch_size: 1000")
              .replaceAll("(small|medium|large|huge): \\d+", "$1: 1");
      CommandLab lab =
          site.password(new CommandLab(folder))
              .variable("XAPI_DB_LOAD_RALPH_PASSWORD", lrs.password())
              .file("example.yaml", site.keys() + text);

      CommandLab.Result result = lab.run("load-db", "--config_file", "example.yaml");

      assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
      assertThat(site.rows(DumpTable.COURSE_BLOCKS)).isPositive();
      long statements = site.rows(DumpTable.XAPI);
      if (lrs.fake().isPresent() && text.contains("lrs_url")) {
        statements = lrs.fake().get().statements().size();
      } else if (text.contains("lrs_url")) {
        // A real one keeps them in a database of its own; the manifest states what it has accepted.
        statements =
            SmallLoads.manifest(folder, "ralph").at("/tables/xapi_events_all/rows").longValue();
      } else if (text.contains("backend: vector")) {
        statements = result.out().lines().filter(line -> line.contains("xapi_tracking")).count();
      }
      assertThat(statements).isGreaterThan(2_000);
    }
  }
}
