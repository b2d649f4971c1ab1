package org.openedx.devdata.cli.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openedx.devdata.cli.CommandLab;
import org.openedx.devdata.cli.report.failure.ExitCode;

/** The command load-db: what it writes, reports and refuses. */
class LoadDbCommandTest extends SmallRuns {

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void writesNineTablesAndTheirManifest() throws IOException {
    CommandLab.Result result = lab.run("load-db", "--config_file", "small.yaml");

    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    JsonNode xapi = manifest("manifest.json").at("/tables/xapi_events_all");
    try (Stream<String> lines = Files.lines(folder.resolve("out/xapi.csv"))) {
      assertThat(lines.count()).isEqualTo(xapi.get("rows").longValue()).isGreaterThan(20_000);
    }
    assertThat(files())
        .containsExactly(
            "out/blocks.csv",
            "out/course_enrollments.csv",
            "out/courses.csv",
            "out/external_ids.csv",
            "out/manifest.json",
            "out/object_tags.csv",
            "out/tags.csv",
            "out/taxonomies.csv",
            "out/user_profiles.csv",
            "out/xapi.csv",
            "small.yaml");
    assertThat(result.out())
        .startsWith("small.yaml -> csv in out (none)\n  seed 7, 2025-01-01 to 2025-12-31\n")
        .contains("manifest: out/manifest.json")
        .endsWith("seed 7, checksum " + xapi.get("checksum").asText() + ".\n");
  }

  @Test
  void withoutAConfigurationASmallRunGoesIntoXapiData() {
    CommandLab.Result result = lab.run("load-db");

    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(result.err()).contains("the small default run goes to csv in xapi-data (gzip)");
    assertThat(result.out())
        .contains("\n  seed 20260101, ")
        .containsPattern("seed 20260101, checksum [0-9a-f]{32}\\.\n$");
    assertThat(folder.resolve("xapi-data/xapi.csv.gz")).isNotEmptyFile();
  }

  @Test
  void aDryRunTellsMuchAndWritesNothing() throws IOException {
    CommandLab.Result result = lab.run("load-db", "--config-file", "small.yaml", "--dry-run");

    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(result.out()).contains("xapi_events_all").contains("months: 12");
    assertThat(result.out()).contains("Dry run: ").endsWith("nothing was written.\n");
    assertThat(files()).containsExactly("small.yaml");
  }

  @Test
  void ofLivesTheFolderOfKnownAnswersIsNamedAndAccidentsAreListed() throws IOException {
    Files.writeString(
        folder.resolve("lives.yaml"),
        """
        backend: csv
        csv_output_destination: out
        compression: none
        model: life
        accidents: {hard_problems: 1, broken_problems: 1, corrected: 1, deleted_units: 1}
        start_date: 2025-01-01
        end_date: 2026-01-01
        course_length_days: 100
        num_organizations: 1
        num_actors: 20
        num_course_sizes: {tiny: 2}
        course_size_makeup:
          tiny: {actors: 10, problems: 12, videos: 6, chapters: 2, sequences: 4, verticals: 12, forum_posts: 2}
        """);
    CommandLab.Result result = lab.run("load-db", "--config_file", "lives.yaml");
    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(result.out()).contains("  known answers: out/answers\n");
    assertThat(folder.resolve("out/answers/answers.json")).isNotEmptyFile();
    JsonNode accidents = manifest("manifest.json").get("accidents");
    assertThat(accidents.findValuesAsText("accident"))
        .contains("hard_problem", "broken_problem", "deleted_unit");
    String blocks = Files.readString(folder.resolve("out/blocks.csv"));
    for (JsonNode accident : accidents) {
      assertThat(blocks).contains(accident.get("block").asText());
    }
  }

  @Test
  void inJsonTheResultIsOneDocument() throws IOException {
    CommandLab.Result result =
        lab.run("load-db", "--config_file", "small.yaml", "--format", "json");

    JsonNode document = new ObjectMapper().readTree(result.out());
    assertThat(document.get("seed").longValue()).isEqualTo(7);
    assertThat(document.get("manifestFile").asText()).isEqualTo("out/manifest.json");
    assertThat(document.at("/manifest/tables")).isEqualTo(manifest("manifest.json").get("tables"));
  }

  @Test
  void slicesTogetherAreTheWhole() throws IOException {
    lab.run("load-db", "--config_file", "small.yaml");
    lab.run("load-db", "--config_file", "small.yaml", "--slice", "1/2");
    lab.run("load-db", "--config_file", "small.yaml", "--slice", "2/2");

    String parts =
        Files.readString(folder.resolve("out/xapi-1of2.csv"))
            + Files.readString(folder.resolve("out/xapi-2of2.csv"));
    assertThat(parts.equals(Files.readString(folder.resolve("out/xapi.csv")))).isTrue();
  }

  @Test
  void aBrokenConfigurationTellsEveryPlaceAndWritesNothing() throws IOException {
    lab.file("broken.yaml", SMALL.replace("backend: csv", "backend: csw") + "num_actorz: 4\n");

    CommandLab.Result result = lab.run("load-db", "--config_file", "broken.yaml");

    assertThat(result.code()).isEqualTo(ExitCode.INVALID);
    assertThat(result.err())
        .contains("broken.yaml:1:10: \"backend\" in load-db must be one of")
        .contains("broken.yaml:16:1: unknown key \"num_actorz\"")
        .contains("devdata: 2 problems");
    assertThat(files()).containsExactly("broken.yaml", "small.yaml");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          csv_output_destination: s3:/bucket/folder    | names no bucket; write s3://BUCKET/PREFIX
          csv_output_destination: gopher://there/data  | no file system for 'gopher://there/data'
          csv_output_destination: jar:file:///a.zip!/, load_from_s3_after: true | ClickHouse cannot read files in "jar:file:///a.zip!/"
          backend: clickhouse, db_host: far.example    | db_host far.example is not this machine
          backend: clickhouse, db_host: 127.evil.invalid | db_host 127.evil.invalid is not this machine
          """)
  void whatThisVersionCannotDoIsRefusedInOneLine(String keys, String message) throws IOException {
    StringBuilder config = new StringBuilder();
    SMALL.lines().filter(line -> !line.startsWith("backend")).forEach(l -> line(config, l));
    if (!keys.startsWith("backend")) {
      line(config, "backend: csv");
    }
    String text = config.toString();
    for (String key : keys.split(", ")) {
      String name = key.substring(0, key.indexOf(':'));
      text = text.replaceAll("(?m)^" + name + ":.*\n", "") + key.strip() + "\n";
    }
    lab.file("other.yaml", text);

    CommandLab.Result result = lab.run("load-db", "--config_file", "other.yaml");

    assertThat(result.err()).contains(message).hasLineCount(1);
    assertThat(result.code()).isEqualTo(ExitCode.INVALID);
    assertThat(files()).containsExactly("other.yaml", "small.yaml");
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append('\n');
  }

  @Test
  void aFileThatIsNotThereIsAConfigurationError() {
    CommandLab.Result result = lab.run("load-db", "--config_file", "no.yaml");

    assertThat(result.err())
        .isEqualTo("devdata: there is no file \"no.yaml\"; check --config_file\n");
    assertThat(result.code()).isEqualTo(ExitCode.INVALID);
  }
}
