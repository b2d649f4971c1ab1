package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.ClickHouseSettings;
import org.openedx.devdata.service.aspects.AspectsNames;
import org.openedx.devdata.service.aspects.AspectsSetup;
import org.openedx.devdata.testing.Requirement;
import org.openedx.devdata.testing.TestClickHouse;
import org.openedx.devdata.testing.TestObjectStore;
import org.openedx.devdata.world.dump.DumpTable;

/** A real ClickHouse reads what was written into an object store. */
@Tag("clickhouse")
class LoadDbFromS3Test {

  private static final AspectsNames NAMES =
      new AspectsNames(
          "s3_xapi",
          "s3_event_sink",
          "s3_reporting",
          "s3_openedx",
          "xapi_events_all",
          Optional.empty());

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;
  private final TestObjectStore store = TestObjectStore.start();
  private TestClickHouse engine;
  private CommandLab lab;

  @BeforeEach
  void emptySite() {
    engine = TestClickHouse.required();
    Requirement.applies(
        !engine.kind().equals("docker"), "a container does not reach the store in this process");
    for (String database :
        List.of(NAMES.reporting(), NAMES.xapi(), NAMES.eventSink(), NAMES.openedx())) {
      engine.run("DROP DATABASE IF EXISTS " + database);
    }
    try (ClickHouse server =
        ClickHouse.of(
            ClickHouseSettings.of("test", engine.url(), engine.user(), engine.password()))) {
      AspectsSetup.init(server, NAMES);
    }
    lab = new CommandLab(folder);
    configuration("gzip", "");
  }

  @AfterEach
  void stop() {
    store.close();
  }

  private void configuration(String compression, String more) {
    lab.file(
        "s3.yaml",
        """
        backend: csv
        csv_output_destination: s3://lab-bucket/xapi/
        compression: %s
        seed: 7
        num_xapi_batches: 10
        batch_size: 1024
        start_date: 2025-01-01
        end_date: 2026-01-01
        course_length_days: 100
        num_organizations: 2
        num_actors: 50
        num_course_sizes: {small: 2}
        course_size_makeup:
          small: {actors: 20, problems: 4, videos: 3, chapters: 1, sequences: 2, verticals: 4, forum_posts: 2}
        db_host: %s
        db_port: %d
        db_username: %s
        db_password: '%s'
        db_name: s3_openedx
        db_event_sink_name: s3_event_sink
        """
                .formatted(
                    compression,
                    engine.url().getHost(),
                    engine.url().getPort(),
                    engine.user(),
                    engine.password())
            + store.configuration()
            + more);
  }

  private CommandLab.Result done(String... line) {
    CommandLab.Result result = lab.run(line);
    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(result.out() + result.err()).doesNotContain(TestObjectStore.SECRET);
    return result;
  }

  private JsonNode manifest() throws IOException {
    return new ObjectMapper().readTree(store.content("xapi/manifest.json")).get("tables");
  }

  private void everythingIsThere() throws IOException {
    for (DumpTable table : DumpTable.values()) {
      String place =
          table.holdsStatements()
              ? NAMES.statements().quoted()
              : NAMES.eventSink(table.tableName()).quoted();
      assertThat(engine.run("SELECT count() FROM " + place).strip())
          .as(table.tableName())
          .isEqualTo(manifest().at("/" + table.tableName() + "/rows").asText());
    }
    String checksum =
        engine
            .run(
                "SELECT lower(hex(sum(toUInt128(xxHash64(event))))) FROM "
                    + NAMES.statements().quoted())
            .strip();
    assertThat("0".repeat(32 - checksum.length()) + checksum)
        .isEqualTo(manifest().at("/xapi_events_all/checksum").asText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "zstd", "lz4", "none"})
  void filesAreLoadedAfterTheyAreWritten(String compression) throws IOException {
    configuration(compression, "load_from_s3_after: true\n");

    CommandLab.Result result = done("load-db", "--config_file", "s3.yaml");

    assertThat(result.out()).contains("Loaded: ").contains(", as many as the manifest states.");
    everythingIsThere();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "zstd", "lz4", "none"})
  void nativeFilesByYearAreLoadedAfterTheyAreWritten(String compression) throws IOException {
    lake(compression, "load_from_s3_after: true\n");

    CommandLab.Result result = done("load-db", "--config_file", "s3.yaml");

    assertThat(result.out()).contains(", as many as the manifest states.");
    everythingIsThere();
    assertThat(store.keys())
        .anyMatch(key -> key.matches("xapi/xapi_2024_00000\\.native.*"))
        .anyMatch(key -> key.matches("xapi/xapi_2025_00000\\.native.*"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"zstd", "lz4"})
  void parquetFilesByYearAreLoadedAfterTheyAreWritten(String compression) throws IOException {
    lake(compression, "lake_format: parquet\nload_from_s3_after: true\n");

    CommandLab.Result result = done("load-db", "--config_file", "s3.yaml");

    assertThat(result.out()).contains(", as many as the manifest states.");
    everythingIsThere();
    assertThat(store.keys())
        .contains("xapi/xapi_2024_00000.parquet", "xapi/course_blocks_00000.parquet");
  }

  @Test
  void filesThatCannotBeListedAreFoundByClickHouse() throws IOException {
    lake("zstd", "");
    done("load-db", "--config_file", "s3.yaml");
    lab.file(
        "s3.yaml",
        java.nio.file.Files.readString(folder.resolve("s3.yaml"))
                .replace("s3_bucket: lab-bucket\n", "csv_output_destination: elsewhere\n")
            + "s3_source_location: "
            + store.endpoint()
            + "/lab-bucket/xapi/\n");

    done("load-db-from-s3", "--config_file", "s3.yaml");

    everythingIsThere();
  }

  @Test
  void aConfigurationThatOnlySaysWhereFilesAreIsEnough() throws IOException {
    done("load-db", "--config_file", "s3.yaml");
    for (DumpTable table : DumpTable.values()) {
      String name = table.fileName() + ".csv.gz";
      if (table != DumpTable.COURSE_ENROLLMENT) { // The peer does not write it.
        store.replace("peer/" + name, store.content("xapi/" + name));
      }
    }
    lab.file(
        "minimal.yaml",
        """
        s3_source_location: %s/lab-bucket/peer/
        s3_key: %s
        s3_secret: %s
        db_host: %s
        db_port: %d
        db_username: %s
        db_password: '%s'
        db_name: s3_openedx
        db_event_sink_name: s3_event_sink
        """
            .formatted(
                store.endpoint(),
                TestObjectStore.KEY,
                TestObjectStore.SECRET,
                engine.url().getHost(),
                engine.url().getPort(),
                engine.user(),
                engine.password()));

    CommandLab.Result result = done("load-db-from-s3", "--config_file", "minimal.yaml");

    assertThat(result.err()).contains("there is no course_enrollments.csv.gz; going on without");
    assertThat(engine.run("SELECT count() FROM " + NAMES.statements().quoted()).strip())
        .isEqualTo(manifest().at("/xapi_events_all/rows").asText());
  }

  @Test
  void nativeFilesHoldTheStatementsOfTheirYear() throws IOException {
    lake("zstd", "");
    done("load-db", "--config_file", "s3.yaml");

    for (String key : store.keys()) {
      if (key.matches("xapi/xapi_\\d{4}.*")) {
        String years =
            engine.run(
                "SELECT DISTINCT toYear(emission_time, 'UTC') FROM s3('%s/lab-bucket/%s', '%s', '%s', 'Native')"
                    .formatted(store.endpoint(), key, TestObjectStore.KEY, TestObjectStore.SECRET));
        assertThat(key).startsWith("xapi/xapi_" + years.strip() + "_");
      }
    }
  }

  @Test
  void nativeFilesOfSlicesAreLoadedTogether() throws IOException {
    lake("zstd", "rows_per_file: 2048\n");
    done("load-db", "--config_file", "s3.yaml", "--slice", "1/2");
    done("load-db", "--config_file", "s3.yaml", "--slice", "2/2");

    CommandLab.Result result =
        done("load-db-from-s3", "--config_file", "s3.yaml", "--format", "json");

    JsonNode xapi = new ObjectMapper().readTree(result.out()).at("/tables/xapi_events_all");
    assertThat(xapi.get("rows")).isEqualTo(xapi.get("expected"));
    assertThat(engine.run("SELECT count() FROM " + NAMES.statements().quoted()).strip())
        .isEqualTo(xapi.get("rows").asText());
  }

  private void lake(String compression, String more) throws IOException {
    configuration(compression, more);
    lab.file(
        "s3.yaml",
        java.nio.file.Files.readString(folder.resolve("s3.yaml"))
            .replace("backend: csv\n", "backend: chdb\n")
            .replace(
                "csv_output_destination: s3://lab-bucket/xapi/\n",
                "s3_bucket: lab-bucket\ns3_prefix: xapi/\n")
            .replace("start_date: 2025-01-01", "start_date: 2024-06-01"));
  }

  @Test
  void theOldKeyWorks() throws IOException {
    configuration("gzip", "csv_load_from_s3_after: true\n");
    done("load-db", "--config_file", "s3.yaml");
    everythingIsThere();
  }

  @Test
  void filesAreLoadedLater() throws IOException {
    done("load-db", "--config_file", "s3.yaml");
    assertThat(engine.run("SELECT count() FROM " + NAMES.statements().quoted()).strip())
        .isEqualTo("0");

    done("load-db", "--config_file", "s3.yaml", "--load_db_only");

    everythingIsThere();
  }

  @Test
  void theOldCommandLoadsAllSlices() throws IOException {
    done("load-db", "--config_file", "s3.yaml", "--slice", "1/2");
    done("load-db", "--config_file", "s3.yaml", "--slice", "2/2");

    CommandLab.Result result =
        done("load-db-from-s3", "--config_file", "s3.yaml", "--format", "json");

    JsonNode xapi = new ObjectMapper().readTree(result.out()).at("/tables/xapi_events_all");
    assertThat(xapi.get("files").intValue()).isEqualTo(2);
    assertThat(xapi.get("rows")).isEqualTo(xapi.get("expected"));
    assertThat(engine.run("SELECT count() FROM " + NAMES.statements().quoted()).strip())
        .isEqualTo(xapi.get("rows").asText());
  }

  @Test
  void anObjectOfAnotherSizeIsNamedBeforeAnyIsLoaded() throws IOException {
    configuration("none", "");
    done("load-db", "--config_file", "s3.yaml");
    store.replace("xapi/xapi.csv", new byte[7]);

    CommandLab.Result result = lab.run("load-db-from-s3", "--config_file", "s3.yaml");

    assertThat(result.code()).isEqualTo(ExitCode.FAILED);
    assertThat(result.err()).contains("does not hold what its manifests say: xapi.csv has 7 bytes");
    assertThat(engine.run("SELECT count() FROM s3_event_sink.course_overviews").strip())
        .isEqualTo("0");
  }

  @Test
  void aFileWithTooFewRowsIsNoticed() throws IOException {
    configuration("none", "");
    done("load-db", "--config_file", "s3.yaml");
    byte[] whole = store.content("xapi/taxonomies.csv");
    store.replace("xapi/taxonomies.csv", new byte[0]);
    assertThat(whole).isNotEmpty();
    // As an older version wrote it, which knows rows only.
    ObjectNode manifest = (ObjectNode) JSON.readTree(store.content("xapi/manifest.json"));
    manifest.remove("files");
    store.replace("xapi/manifest.json", JSON.writeValueAsBytes(manifest));

    CommandLab.Result result = lab.run("load-db-from-s3", "--config_file", "s3.yaml");

    assertThat(result.code()).isEqualTo(ExitCode.FAILED);
    assertThat(result.err())
        .contains("other numbers of rows than the manifest states: 0 of 1 of taxonomy");
  }

  @Test
  void wholeFilesAndThoseOfSlicesAreNotLoadedTogether() {
    done("load-db", "--config_file", "s3.yaml");
    done("load-db", "--config_file", "s3.yaml", "--slice", "1/2");

    CommandLab.Result result = lab.run("load-db-from-s3", "--config_file", "s3.yaml");

    assertThat(result.code()).isEqualTo(ExitCode.FAILED);
    assertThat(result.err()).contains("were cut in different ways");
  }

  @Test
  void withoutFilesItSaysSo() {
    CommandLab.Result result = lab.run("load-db-from-s3", "--config_file", "s3.yaml");

    assertThat(result.code()).isEqualTo(ExitCode.FAILED);
    assertThat(result.err()).contains("there is no xapi.csv.gz in s3://lab-bucket/xapi/");
  }

  @Test
  void whatClickHouseRefusesIsToldWithoutTheSecret() {
    done("load-db", "--config_file", "s3.yaml");
    engine.run(
        "ALTER TABLE %s ADD CONSTRAINT nothing CHECK name = 'none'"
            .formatted(NAMES.eventSink("taxonomy").quoted()));

    CommandLab.Result result = lab.run("load-db-from-s3", "--config_file", "s3.yaml");

    assertThat(result.code()).isEqualTo(ExitCode.FAILED);
    assertThat(result.err())
        .contains("xapi/taxonomies.csv.gz")
        .contains("taxonomy")
        .doesNotContain(TestObjectStore.SECRET);
  }
}
