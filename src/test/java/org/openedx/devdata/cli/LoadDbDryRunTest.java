package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.world.dump.DumpTable;

/** What a dry run foretells, for every back end. */
class LoadDbDryRunTest {

  @TempDir private Path folder;
  private CommandLab lab;

  @BeforeEach
  void lab() {
    lab = new CommandLab(folder);
  }

  private void configuration(String backend, String more) {
    lab.file(
        "run.yaml",
        "backend: " + backend + "\ncsv_output_destination: out\n" + more + "\n" + SmallLoads.WORLD);
  }

  private String told(String... more) {
    String[] line =
        Stream.concat(
                Stream.of("load-db", "--config_file", "run.yaml", "--dry-run"), Stream.of(more))
            .toArray(String[]::new);
    CommandLab.Result result = lab.run(line);
    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    return result.out();
  }

  private JsonNode json() throws IOException {
    return new ObjectMapper().readTree(told("--format", "json"));
  }

  @Test
  void aConfigurationFromStandardInputIsReadAndItsMistakesHavePositions() {
    String text = "backend: csv\ncsv_output_destination: out\n" + SmallLoads.WORLD;

    CommandLab.Result read = lab.input(text).run("load-db", "--config_file", "-", "--dry-run");
    CommandLab.Result mistaken =
        lab.input(text + "  nothing\n").run("load-db", "--config_file", "-");
    CommandLab.Result wrong =
        lab.input("bakend: csv\n" + SmallLoads.WORLD + "compression_level: many\n")
            .run("load-db", "--config_file", "-");

    assertThat(read.code()).as(read.err()).isEqualTo(ExitCode.DONE);
    assertThat(read.out()).startsWith("standard input -> csv in out");
    assertThat(mistaken.code()).isEqualTo(ExitCode.INVALID);
    assertThat(mistaken.err()).startsWith("<stdin>:");
    assertThat(wrong.code()).isEqualTo(ExitCode.INVALID);
    assertThat(wrong.err().lines())
        .anyMatch(line -> line.startsWith("<stdin>:1:1: ") && line.contains("backend"))
        .anyMatch(
            line -> line.matches("<stdin>:\\d+:20: \"compression_level\" in load-db must be.*"));
  }

  @Test
  void foretellsWhatARunThenMakes() throws IOException {
    configuration("csv", "compression: zstd");
    JsonNode foretold = json();

    assertThat(lab.run("load-db", "--config_file", "run.yaml").code()).isZero();

    JsonNode made =
        new ObjectMapper().readTree(folder.resolve("out/manifest.json").toFile()).get("tables");
    for (DumpTable table : DumpTable.values()) {
      JsonNode really = made.get(table.tableName());
      assertThat(foretold.get("rows").get(table.tableName()).longValue())
          .as(table.tableName())
          .isEqualTo(really.get("rows").longValue());
      assertThat(foretold.get("tableBytes").get(table.tableName()).doubleValue())
          .as(table.tableName())
          .isCloseTo(really.get("bytes").doubleValue(), Percentage.withPercentage(8));
    }
    assertThat(foretold.get("bytesWritten").doubleValue())
        .isCloseTo(
            made.at("/xapi_events_all/written").doubleValue(), Percentage.withPercentage(25));
    assertThat(foretold.get("estimatedRows")).isEmpty();
    assertThat(foretold.get("months").intValue()).isEqualTo(12);
  }

  @Test
  void aSliceHasItsOwnMonthsAndRows() throws IOException {
    configuration("csv", "slice: 1/4");
    JsonNode foretold = json();

    assertThat(lab.run("load-db", "--config_file", "run.yaml").code()).isZero();

    JsonNode made = new ObjectMapper().readTree(folder.resolve("out/manifest-1of4.json").toFile());
    assertThat(foretold.at("/rows/xapi_events_all"))
        .isEqualTo(made.at("/tables/xapi_events_all/rows"));
    assertThat(foretold.get("months").intValue()).isBetween(3, 8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "lake", "vector"})
  void filesAreForetoldWithTheirSize(String backend) {
    configuration(backend, "db_port: 9");

    assertThat(told())
        .contains("  statements in files: about ")
        .contains("  months: 12\n")
        .containsPattern("derived tables drop about [0-9,]+ older statements")
        .contains("Dry run: 20,520 statements, about ");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"clickhouse", "ralph", "discard"})
  void whatIsSentHasNoSizeInFiles(String backend) {
    configuration(
        backend, "db_port: 9\nlrs_url: http://localhost:9/xAPI/statements\nlrs_username: r");

    assertThat(told()).doesNotContain("in files").contains("  kept: 1 year (assumed: ");
  }

  @Test
  void oneLineSaysItAll() {
    configuration("clickhouse", "db_port: 9");

    assertThat(told("--quiet"))
        .hasLineCount(1)
        .matches(
            "Dry run: 20,520 statements, about \\d+ MB of JSON, [0-9.]+ s with 2 threads and what"
                + " servers take( \\([0-9a-z. ]+ on a machine as busy as now\\))?;"
                + " nothing was written.\n");
  }

  @Test
  @Tag("clickhouse")
  void theSiteIsAskedHowLongItKeepsStatements() throws IOException {
    TestSite site = TestSite.empty("dry_run");
    site.password(lab);
    String derived =
        "CREATE TABLE `"
            + site.names().source()
            + "`.xapi_events_all_parsed (event_id UUID, emission_time DateTime64(6)) ENGINE ="
            + " ReplacingMergeTree ORDER BY event_id";
    configuration("clickhouse", site.keys());
    assertThat(json().get("ttlAssumed").asText()).contains("the site has no derived tables");

    site.engine().run(derived);
    assertThat(told()).contains("kept: for ever, the site has no TTL");

    site.engine().run("DROP TABLE `" + site.names().source() + "`.xapi_events_all_parsed");
    site.engine().run(derived + " TTL toDateTime(emission_time) + INTERVAL 400 YEAR");
    JsonNode never = json();
    assertThat(never.get("expiredStatements").longValue()).isZero();

    site.engine().run("DROP TABLE `" + site.names().source() + "`.xapi_events_all_parsed");
    site.engine()
        .run(
            derived
                + " TTL toDateTime('2025-07-02 00:00:00') + (toDateTime('2025-07-02 00:00:00') - toDateTime(emission_time))*0 + multiIf(emission_time < '2025-07-02', 0, toUInt32(900000000))");
    JsonNode half = json();
    assertThat(half.get("ttlAssumed").isNull()).isTrue();
    assertThat(half.get("expiredStatements").longValue()).isBetween(10_000L, 17_000L);
    assertThat(Files.exists(folder.resolve(".devdata"))).isFalse();
  }
}
