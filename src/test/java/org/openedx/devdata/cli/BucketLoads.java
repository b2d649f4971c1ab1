package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.ClickHouseSettings;
import org.openedx.devdata.service.aspects.AspectsNames;
import org.openedx.devdata.service.aspects.AspectsSetup;
import org.openedx.devdata.testing.Requirement;
import org.openedx.devdata.testing.TestClickHouse;
import org.openedx.devdata.testing.TestObjectStore;
import org.openedx.devdata.world.dump.DumpTable;

/** An object store, an empty Aspects site that reads it, and a small configuration of both. */
abstract class BucketLoads {

  static final AspectsNames NAMES =
      new AspectsNames(
          "s3_xapi",
          "s3_event_sink",
          "s3_reporting",
          "s3_openedx",
          "xapi_events_all",
          Optional.empty());

  @TempDir Path folder;
  final TestObjectStore store = TestObjectStore.start();
  TestClickHouse engine;
  CommandLab lab;

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

  void configuration(String compression, String more) {
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

  CommandLab.Result done(String... line) {
    CommandLab.Result result = lab.run(line);
    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(result.out() + result.err()).doesNotContain(TestObjectStore.SECRET);
    return result;
  }

  JsonNode manifest() throws IOException {
    return new ObjectMapper().readTree(store.content("xapi/manifest.json")).get("tables");
  }

  void everythingIsThere() throws IOException {
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
}
