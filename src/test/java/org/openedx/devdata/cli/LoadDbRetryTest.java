package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.testing.FaultyProxy;
import org.openedx.devdata.testing.FaultyProxy.Fault;
import org.openedx.devdata.testing.lrs.LrsDouble;
import org.openedx.devdata.testing.lrs.LrsFault;
import org.openedx.devdata.world.dump.DumpTable;

/** Batches that a server did not take are kept, told, and sent later. */
@Tag("clickhouse")
class LoadDbRetryTest {

  private static final String FAILED = ".devdata/load-db/ralph/failed";

  @TempDir private Path folder;
  private TestSite site;
  private LrsDouble lrs;
  private CommandLab lab;

  @BeforeEach
  void prepare() throws IOException {
    site = TestSite.empty("retry_load");
    lrs = new LrsDouble();
    lab =
        site.password(new CommandLab(folder))
            .variable("XAPI_DB_LOAD_RALPH_PASSWORD", LrsDouble.PASSWORD)
            .file("ralph.yaml", ralph(site.keys()));
  }

  @AfterEach
  void close() {
    if (lrs != null) {
      lrs.close();
    }
  }

  private String ralph(String keys) {
    return "backend: ralph\nretry_seconds: 0\nlrs_connections: 1\nlrs_url: %s\nlrs_username: %s\n"
            .formatted(lrs.url(), LrsDouble.USER)
        + keys
        + SmallLoads.WORLD;
  }

  private CommandLab.Result load() {
    return lab.run("load-db", "--config_file", lab.path("ralph.yaml"));
  }

  private List<String> kept() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(FAILED))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private JsonNode manifest() throws IOException {
    return SmallLoads.manifest(folder, "ralph");
  }

  @Test
  void aRunThatLostBatchesSaysHowManyAndWhere() throws IOException {
    lrs.fail(3, LrsFault.UNAVAILABLE);
    CommandLab.Result result = load();

    assertThat(result.code()).isEqualTo(ExitCode.FAILED);
    assertThat(result.err())
        .contains("rows of xapi not delivered: LRS http://127.0.0.1:")
        .contains("answered 503: no reason given; ", "; kept in " + FAILED)
        .containsPattern(
            "devdata: 3 batches with 2,\\d{3} rows could not be delivered; what was lost is kept, and"
                + " 'devdata load-db --config_file ralph.yaml --retry "
                + FAILED
                + "' sends it\n$");
    assertThat(kept()).hasSize(1 + 2 * 3).contains("run.json");
    assertThat(manifest().at("/tables/xapi_events_all/lost").longValue()).isGreaterThan(2_000);
  }

  @Test
  void whatWasKeptIsSentWithoutBeingToldWhereTo() throws IOException {
    lrs.fail(3, LrsFault.UNAVAILABLE);
    load();

    CommandLab.Result result = lab.run("load-db", "--retry", FAILED);

    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(result.out())
        .startsWith("Sent: 3 batches with 2,")
        .endsWith("nothing is left in " + FAILED + ".\n");
    assertThat(kept()).containsExactly("run.json");
    JsonNode expected = SmallLoads.expected(lab);
    JsonNode statements = manifest().at("/tables/xapi_events_all");
    assertThat(lrs.statements()).hasSize(expected.at("/tables/xapi_events_all/rows").intValue());
    assertThat(statements.get("checksum"))
        .isEqualTo(expected.at("/tables/xapi_events_all/checksum"));
    assertThat(statements.has("lost")).isFalse();
    assertThat(manifest().get("verbs")).isEqualTo(expected.get("verbs"));
    assertThat(folder.resolve(".devdata/load-db/ralph/checkpoint.json")).doesNotExist();
  }

  @Test
  void onAnotherDayItIsStillTheSameRun() throws IOException {
    lab.file("ralph.yaml", SmallLoads.untilToday(ralph(site.keys())));
    lrs.fail(3, LrsFault.UNAVAILABLE);
    load();

    CommandLab.Result result =
        lab.at(CommandLab.NOW.plus(1, ChronoUnit.DAYS)).run("load-db", "--retry", FAILED);

    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    JsonNode statements = manifest().at("/tables/xapi_events_all");
    assertThat(statements.has("lost")).isFalse();
    assertThat(statements.get("rows").intValue()).isEqualTo(lrs.statements().size());
    assertThat(manifest().get("end_date").asText()).isEqualTo("2026-03-29");
    assertThat(folder.resolve(".devdata/load-db/ralph/checkpoint.json")).doesNotExist();
  }

  @Test
  void aSecondTimeThereIsNothingToSend() {
    lrs.fail(LrsFault.UNAVAILABLE);
    load();
    lab.run("load-db", "--retry", FAILED);

    CommandLab.Result result = lab.run("load-db", "--retry", FAILED);

    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(result.out())
        .isEqualTo("Sent: nothing, because nothing is left in " + FAILED + ".\n");
  }

  @Test
  void whatIsNotTakenThisTimeEitherStays() throws IOException {
    lrs.fail(3, LrsFault.UNAVAILABLE);
    load();
    lrs.fail(LrsFault.NONE, LrsFault.BAD_GATEWAY);

    CommandLab.Result result = lab.run("load-db", "--retry", FAILED, "--format", "json");

    assertThat(result.code()).isEqualTo(ExitCode.FAILED);
    JsonNode told = new ObjectMapper().readTree(result.out());
    assertThat(told.get("sentBatches").intValue()).isEqualTo(2);
    assertThat(told.get("leftBatches").intValue()).isEqualTo(1);
    assertThat(result.err()).contains("1 batch with ").contains("tries again");
    assertThat(kept()).hasSize(1 + 2);
    assertThat(lab.run("load-db", "--retry", FAILED).code()).isEqualTo(ExitCode.DONE);
    assertThat(manifest().at("/tables/xapi_events_all/checksum"))
        .isEqualTo(SmallLoads.expected(lab).at("/tables/xapi_events_all/checksum"));
  }

  @Test
  void aRunThatIsRepeatedForgetsWhatItHadKept() throws IOException {
    lrs.fail(3, LrsFault.UNAVAILABLE);
    load();

    assertThat(load().code()).isEqualTo(ExitCode.DONE);
    assertThat(kept()).containsExactly("run.json");
  }

  @Test
  void batchesOfClickHouseAreSentTheSameWay() throws IOException {
    try (FaultyProxy proxy = new FaultyProxy(site.engine().url())) {
      String keys = site.keys().replaceAll("db_port: \\d+", "db_port: " + proxy.url().getPort());
      lab.file("direct.yaml", "backend: clickhouse\nretry_seconds: 0\n" + keys + SmallLoads.WORLD);
      proxy.failInserts(2, Fault.TOO_MANY_PARTS);
      CommandLab.Result broken = lab.run("load-db", "--config_file", lab.path("direct.yaml"));
      assertThat(broken.code()).as(broken.err()).isEqualTo(ExitCode.FAILED);
      assertThat(broken.err()).contains("2 batches with ");

      CommandLab.Result result =
          lab.run("load-db", "--retry", ".devdata/load-db/clickhouse/failed");

      assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
      JsonNode expected = SmallLoads.expected(lab);
      JsonNode manifest = SmallLoads.manifest(folder, "clickhouse");
      for (DumpTable table : DumpTable.values()) {
        JsonNode made = manifest.get("tables").get(table.tableName());
        assertThat(made.get("checksum"))
            .as(table.toString())
            .isEqualTo(expected.get("tables").get(table.tableName()).get("checksum"));
        assertThat(site.rows(table)).as(table.toString()).isEqualTo(made.get("rows").longValue());
      }
      assertThat(site.checksum())
          .isEqualTo(manifest.at("/tables/xapi_events_all/checksum").asText());
    }
  }

  @Test
  void aServerThatTakesNothingEndsTheRunThatCanBeCarriedOn() throws IOException {
    lrs.fail(10, LrsFault.CANNOT_WRITE);
    CommandLab.Result result = load();

    assertThat(result.code()).isEqualTo(ExitCode.FAILED);
    assertThat(result.err())
        .contains("devdata: gave up after 10 batches in a row: LRS http")
        .contains("then 'devdata load-db --config_file ralph.yaml --resume' resumes the run");

    CommandLab.Result resumed =
        lab.run("load-db", "--config_file", lab.path("ralph.yaml"), "--resume");
    assertThat(resumed.code()).isEqualTo(ExitCode.FAILED);
    assertThat(resumed.err()).contains("10 batches with ").contains("--retry " + FAILED);
    assertThat(lab.run("load-db", "--retry", FAILED).code()).isEqualTo(ExitCode.DONE);
    assertThat(manifest().at("/tables/xapi_events_all/checksum"))
        .isEqualTo(SmallLoads.expected(lab).at("/tables/xapi_events_all/checksum"));
  }

  @Test
  void aFolderThatIsNotThereIsToldBeforeAnything() {
    CommandLab.Result result = lab.run("load-db", "--retry", "no/such");

    assertThat(result.code()).isEqualTo(ExitCode.INVALID);
    assertThat(result.err())
        .isEqualTo(
            "devdata: there is no folder \"no/such\"; give one that a load has kept batches in\n");
  }

  @Test
  void aFolderThatSaysNothingNeedsAConfiguration() throws IOException {
    Files.createDirectories(folder.resolve("kept"));
    CommandLab.Result result = lab.run("load-db", "--retry", "kept");

    assertThat(result.code()).isEqualTo(ExitCode.INVALID);
    assertThat(result.err()).contains("does not say where its batches go; add the run's");
  }
}
