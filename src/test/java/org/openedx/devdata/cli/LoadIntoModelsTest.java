package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.ClickHouseSettings;
import org.openedx.devdata.service.aspects.AspectsNames;
import org.openedx.devdata.service.aspects.AspectsSetup;
import org.openedx.devdata.service.aspects.Models;
import org.openedx.devdata.testing.TestClickHouse;
import org.openedx.devdata.testing.lrs.TestLrs;

/**
 * Loads into a site where dbt has run: what its triggers keep is what they would make of all that
 * is there now, by whichever way the rows came.
 */
@Tag("clickhouse")
class LoadIntoModelsTest {

  private static final String WORLD =
      SmallLoads.WORLD
          .replace("num_xapi_batches: 20", "num_xapi_batches: 3")
          .replace("2026-01-01", LocalDate.now(ZoneOffset.UTC).toString())
          .replace("2025-01-01", LocalDate.now(ZoneOffset.UTC).minusDays(200).toString());

  @TempDir private Path folder;
  private final TestClickHouse engine = TestClickHouse.required();
  private CommandLab lab;
  private AspectsNames names;

  private void site(String release) {
    lab = new CommandLab(folder);
    AspectsLab.of("models", lab);
    names =
        new AspectsNames(
                "models_xapi",
                "models_sink",
                "models_reporting",
                "models_openedx",
                "xapi_events_all",
                Optional.empty())
            .withSource(release.equals("8.1") ? "models_openedx" : "models_xapi");
    try (ClickHouse server =
        ClickHouse.of(
            ClickHouseSettings.of("test", engine.url(), engine.user(), engine.password()))) {
      AspectsSetup.init(server, names);
      Models.of(release).forEach(statement -> server.run(Models.filled(statement, names)));
    }
    lab.variable("XAPI_DB_LOAD_CLICKHOUSE_PASSWORD", engine.password());
  }

  private String keys() {
    return "db_host: %s\ndb_port: %d\ndb_secure: false\ndb_username: %s\ndb_name: %s\ndb_event_sink_name: %s\n"
        .formatted(
            engine.url().getHost(),
            engine.url().getPort(),
            engine.user(),
            names.source(),
            names.eventSink());
  }

  private CommandLab.Result done(String... command) {
    CommandLab.Result result = lab.run(command);
    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    return result;
  }

  private CommandLab.Result load(String way) {
    return switch (way) {
      case "spec" -> {
        lab.file("top.yaml", "- {ida: aspects, path: aspects.yaml}");
        lab.file("aspects.yaml", AspectsLab.BOTANY);
        yield done("load", "-q", lab.path("top.yaml"));
      }
      case "clickhouse" -> {
        lab.file("load.yaml", "backend: clickhouse\n" + keys() + WORLD);
        yield done("load-db", "-q", "--config_file", lab.path("load.yaml"));
      }
      default -> {
        String files = "backend: csv\ncsv_output_destination: out\nload_from_s3_after: true\n";
        lab.file("load.yaml", files + keys() + WORLD);
        yield done("load-db", "-q", "--config_file", lab.path("load.yaml"));
      }
    };
  }

  /** What the triggers have kept of answers, in a form in which two states can be compared. */
  private List<String> kept() {
    return List.of(
        value(
            "SELECT count(), sum(cityHash64(problem_id, actor_id, problem_name, graded, success)) FROM"
                + " {r}.dim_learner_last_response FINAL"),
        value(
            "SELECT count(), sum(cityHash64(problem_id, actor_id, problem_name, success)) FROM"
                + " {r}.dim_subsection_problem_results FINAL"));
  }

  private String value(String query) {
    return engine.run(Models.filled(query, names)).strip();
  }

  @ParameterizedTest
  @CsvSource({"spec,8.0", "clickhouse,8.0", "files,8.0", "spec,8.1", "clickhouse,8.1", "files,8.1"})
  void triggersFindCoursesAndTheirBlocks(String way, String release) {
    site(release);

    CommandLab.Result loaded = load(way);

    assertThat(value("SELECT count() FROM " + names.statements().quoted())).isNotEqualTo("0");
    assertThat(value("SELECT countIf(problem_name = '') FROM {r}.dim_learner_last_response FINAL"))
        .isEqualTo("0");
    assertThat(value("SELECT count() > 0 FROM {r}.dim_subsection_problem_results")).isEqualTo("1");
    if (release.equals("8.1")) {
      assertThat(loaded.err()).contains("devdata aspects rebuild --history");
      assertThat(lab.run("aspects", "verify").out())
          .contains("models_reporting.fact_video_watch_intervals has what its view would make now");
      done("aspects", "rebuild", "--history", "-q");
    } else {
      assertThat(loaded.err()).doesNotContain("--history");
    }
    done("aspects", "verify");
    List<String> kept = kept();
    done("aspects", "rebuild", "-q");
    assertThat(kept()).isEqualTo(kept);
  }

  @Test
  void verifySeesWhatTriggersHaveMissed() {
    site("8.0");
    load("clickhouse");
    String answers = "SELECT * FROM models_xapi.problem_events";
    engine.run("TRUNCATE TABLE models_reporting.dim_learner_last_response");
    engine.run("TRUNCATE TABLE models_reporting.dim_subsection_problem_results");
    engine.run(
        "INSERT INTO models_reporting.dim_learner_last_response (org, course_key, problem_id, actor_id)"
            + " SELECT DISTINCT org, course_key, problem_id, actor_id FROM ("
            + answers
            + ")");

    for (String sample : List.of("0", "20")) {
      CommandLab.Result verified = lab.run("aspects", "verify", "--sample", sample);
      assertThat(verified.code()).isEqualTo(ExitCode.DIFFERENCES);
      assertThat(verified.out())
          .containsPattern("dim_learner_last_response has .*: \\d+ rows without problem_name")
          .contains("`devdata aspects rebuild`");
    }
    done("aspects", "rebuild", "-q");
    done("aspects", "verify");
  }

  @Test
  void statementsOfAnLrsFindThemToo() throws Exception {
    site("8.1");
    try (TestLrs lrs = TestLrs.open()) {
      lab.variable("XAPI_DB_LOAD_RALPH_PASSWORD", lrs.password());
      lab.file(
          "load.yaml",
          "backend: ralph\nlrs_url: %s\nlrs_username: %s\n".formatted(lrs.url(), lrs.user())
              + keys()
              + WORLD);
      done("load-db", "-q", "--config_file", lab.path("load.yaml"));
    }
    assertThat(value("SELECT count() FROM {r}.dim_course_blocks")).isEqualTo("30");
    assertThat(value("SELECT count() FROM {r}.dim_course_subsection_items")).isNotEqualTo("0");
    assertThat(
            value(
                "SELECT element_count FROM system.dictionaries WHERE name = 'dim_course_names' AND database = 'models_sink'"))
        .isEqualTo("2");
  }
}
