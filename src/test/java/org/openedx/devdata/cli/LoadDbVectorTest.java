package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.bytes.XxHash64;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.sink.Tally;
import org.openedx.devdata.world.dump.DumpTable;

/** Statements as lines that Vector reads, the rest straight into ClickHouse. */
@Tag("clickhouse")
class LoadDbVectorTest {

  /** As Aspects configures Vector. */
  private static final Pattern RULE =
      Pattern.compile("^.* \\[xapi_tracking\\] [^{}]* (?<message>\\{.*\\})$");

  @TempDir private Path folder;
  private TestSite site;
  private CommandLab lab;

  @BeforeEach
  void prepare() {
    site = TestSite.empty("vector_load");
    lab = site.password(new CommandLab(folder));
  }

  private CommandLab.Result load(String keys, String... more) {
    lab.file("vector.yaml", "backend: vector\n" + keys + site.keys() + SmallLoads.WORLD);
    String[] arguments = new String[more.length + 3];
    arguments[0] = "load-db";
    arguments[1] = "--config_file";
    arguments[2] = "vector.yaml";
    System.arraycopy(more, 0, arguments, 3, more.length);
    return lab.run(arguments);
  }

  /** Counts the lines as they must have been counted when they were made. */
  static Tally tally(List<String> lines) {
    Tally tally = new Tally(0);
    for (String line : lines) {
      Matcher matcher = RULE.matcher(line);
      assertThat(matcher.matches()).as(line).isTrue();
      byte[] json = matcher.group("message").getBytes(StandardCharsets.UTF_8);
      tally.row(XxHash64.of(json, 0, json.length), json.length);
    }
    return tally;
  }

  private void assertComplete(List<String> lines) throws IOException {
    JsonNode manifest = SmallLoads.manifest(folder, "vector");
    JsonNode expected = SmallLoads.expected(lab).at("/tables/xapi_events_all");
    Tally tally = tally(lines);
    assertThat(tally.rows()).isEqualTo(expected.get("rows").longValue());
    assertThat(tally.checksum()).isEqualTo(expected.get("checksum").asText());
    for (DumpTable table : DumpTable.values()) {
      if (!table.holdsStatements()) {
        assertThat(site.rows(table))
            .as(table.toString())
            .isEqualTo(manifest.get("tables").get(table.tableName()).get("rows").longValue());
      }
    }
  }

  @Test
  void linesGoToStandardOutputAndMessagesDoNot() throws IOException {
    CommandLab.Result result = load("");

    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertComplete(result.out().lines().toList());
    assertThat(result.err())
        .startsWith("vector.yaml -> tracking log in standard output and ClickHouse ")
        .contains("Made: 20,")
        .doesNotContain("[xapi_tracking]");
  }

  @Test
  void linesGoToTheFileThatIsNamed() throws IOException {
    String file = folder.resolve("tracking.log").toString();
    CommandLab.Result result = load("vector_output_destination: " + file + "\n");

    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertComplete(Files.readAllLines(folder.resolve("tracking.log")));
    assertThat(result.out()).contains("Made: 20,");
  }

  @Test
  void linesAndAJsonReportDoNotShareStandardOutput() {
    CommandLab.Result result = load("", "--format", "json");

    assertThat(result.code()).isEqualTo(ExitCode.INVALID);
    assertThat(result.err()).contains("give a file as vector_output_destination");
  }

  @Test
  void aFolderIsNoLog() {
    CommandLab.Result result = load("vector_output_destination: " + folder + "\n");

    assertThat(result.code()).isEqualTo(ExitCode.INVALID);
    assertThat(result.err()).contains("vector.yaml:2:28: cannot write to \"");
  }

  @Test
  void aRunThatIsKilledCarriesOnInTheSameFile() throws Exception {
    String large = SmallLoads.WORLD.replace("num_xapi_batches: 20", "num_xapi_batches: 400");
    Files.writeString(
        folder.resolve("run.yaml"),
        "backend: vector\nvector_output_destination: tracking.log\n" + site.keys() + large);
    Path log = folder.resolve("tracking.log");
    String[] command = {"load-db", "--config_file", "run.yaml"};
    try (CommandProcess first = CommandProcess.start(folder, password(), command)) {
      first.killWhen(() -> log.toFile().length() > 20_000_000);
    }

    String[] resume = {"load-db", "--config_file", "run.yaml", "--resume"};
    try (CommandProcess second = CommandProcess.start(folder, password(), resume)) {
      assertThat(second.exitCode())
          .as(Files.readString(folder.resolve("err.txt")))
          .isEqualTo(ExitCode.DONE);
    }

    JsonNode made = SmallLoads.manifest(folder, "vector").at("/tables/xapi_events_all");
    Tally tally = tally(Files.readAllLines(log));
    assertThat(tally.checksum()).isEqualTo(made.get("checksum").asText());
    assertThat(tally.rows()).isEqualTo(made.get("rows").longValue()).isGreaterThan(400_000);
    lab.file("nowhere.yaml", "backend: discard\n" + large);
    lab.run("load-db", "--config_file", lab.path("nowhere.yaml"));
    JsonNode expected =
        new ObjectMapper()
            .readTree(folder.resolve(".devdata/load-db/discard/manifest.json").toFile());
    assertThat(made.get("checksum")).isEqualTo(expected.at("/tables/xapi_events_all/checksum"));
  }

  private java.util.Map<String, String> password() {
    return java.util.Map.of("XAPI_DB_LOAD_CLICKHOUSE_PASSWORD", site.engine().password());
  }
}
