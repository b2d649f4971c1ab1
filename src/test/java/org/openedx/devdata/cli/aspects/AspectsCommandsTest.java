package org.openedx.devdata.cli.aspects;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.cli.CommandLab;
import org.openedx.devdata.cli.Golden;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.testing.TestClickHouse;

/** The commands about a site's ClickHouse, on a site of their own on the shared engine. */
@Tag("clickhouse")
class AspectsCommandsTest {

  private static final String SITE =
      "xapi=cmd_openedx&event_sink=cmd_sink&reporting=cmd_reporting&openedx=cmd_openedx";

  @TempDir private Path folder;
  private TestClickHouse engine;
  private CommandLab lab;

  @BeforeEach
  void emptySite() {
    engine = TestClickHouse.required();
    for (String name : List.of("cmd_reporting", "cmd_openedx", "cmd_sink", "cmd_openedx")) {
      engine.run("DROP DATABASE IF EXISTS " + name);
    }
    lab =
        new CommandLab(folder)
            .variable("DEVDATA_ASPECTS_URL", engine.url() + "?" + SITE)
            .variable("DEVDATA_ASPECTS_USER", engine.user())
            .variable("DEVDATA_ASPECTS_PASSWORD", engine.password());
  }

  private String plain(String output) {
    return output
        .replace(engine.url().toString(), "http://SERVER")
        .replaceAll("user \\w+\\)", "user USER)")
        .replaceAll("ClickHouse [0-9.]+", "ClickHouse VERSION")
        .replaceAll("\"clickhouse\": \"[^\"]+\"", "\"clickhouse\": \"VERSION\"");
  }

  private void course(String key) {
    engine.run(
        "INSERT INTO cmd_sink.course_overviews (org, course_key, display_name, course_start,"
            + " course_end, enrollment_start, enrollment_end, self_paced, course_data_json, created,"
            + " modified, dump_id, time_last_dumped) VALUES ('O', '"
            + key
            + "', 'C', '', '', '', '', 0, '{}', '', '', generateUUIDv4(), '2026-01-01 00:00:00.000000+00:00')");
  }

  @Test
  void initMakesTheRawTablesOnce() {
    CommandLab.Result first = lab.run("aspects", "init");
    CommandLab.Result second = lab.run("aspects", "init");

    assertThat(first.code()).as(first.err()).isEqualTo(ExitCode.DONE);
    Golden.check("aspects-init.txt", plain(first.out()) + "---\n" + plain(second.out()));
  }

  @Test
  void initNamesTablesOfAnotherFormAndFails() {
    engine.run("CREATE DATABASE cmd_sink");
    engine.run("CREATE TABLE cmd_sink.tag (id Int64) ENGINE = MergeTree ORDER BY id");

    CommandLab.Result result = lab.run("aspects", "init", "--quiet");

    assertThat(result.code()).isEqualTo(ExitCode.FAILED);
    assertThat(result.err())
        .contains("cmd_sink.tag.id is of type Int64, not Int32")
        .contains("no column 'lineage'; migrate the site to 0041 or newer");
    assertThat(lab.run("aspects", "init", "--format", "json").out())
        .contains("\"created\": [ ]")
        .contains("cmd_sink.tag has no column 'value'");
  }

  @Test
  void statusTellsWhatASiteHas() {
    String empty = lab.run("aspects", "status").out();
    lab.run("aspects", "init");
    course("course-v1:O+C+R");
    String full = lab.run("aspects", "status").out();

    Golden.check("aspects-status.txt", plain(empty) + "---\n" + plain(full));
  }

  @Test
  void statusForPrograms() {
    lab.run("aspects", "init");

    Golden.check(
        "aspects-status.json", plain(lab.run("aspects", "status", "--format", "json").out()));
  }

  @Test
  void statusKnowsThatAMigrationIsNewerThanItself() {
    lab.run("aspects", "init");
    engine.run("TRUNCATE TABLE cmd_openedx.alembic_version");
    engine.run("INSERT INTO cmd_openedx.alembic_version (version_num) VALUES ('0099')");

    assertThat(lab.run("aspects", "status").out())
        .contains("migration   0099, newer than 0041, which this version knows;");
  }

  @Test
  void verifyWantsTables() {
    CommandLab.Result result = lab.run("aspects", "verify");

    assertThat(result.code()).isEqualTo(ExitCode.FAILED);
    assertThat(result.err())
        .contains("has no table 'cmd_openedx.xapi_events_all'; run")
        .contains("devdata aspects init");
    assertThat(lab.run("aspects", "rebuild").code()).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void verifyFindsWhatDoesNotHold() {
    lab.run("aspects", "init");
    course("course-v1:O+C+R");
    engine.run(
        "INSERT INTO cmd_openedx.xapi_events_all VALUES (generateUUIDv4(), '2026-01-01 00:00:00', '{}')");
    lab.file(
        "manifest.json",
        "{\"tables\": {\"xapi_events_all\": {\"rows\": 3}, \"course_overviews\": {\"rows\": 1}}}");

    CommandLab.Result result = lab.run("aspects", "verify", "--manifest", "manifest.json");
    CommandLab.Result json = lab.run("aspects", "verify", "--format", "json");

    assertThat(result.code()).isEqualTo(ExitCode.DIFFERENCES);
    Golden.check(
        "aspects-verify.txt", plain(result.out()).replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "UUID"));
    assertThat(json.code()).isEqualTo(ExitCode.DIFFERENCES);
    assertThat(json.out()).contains("\"valid\": false").contains("\"outcome\": \"broken\"");
  }

  @Test
  void verifyReadsManifestsOnly() {
    lab.file("other.json", "[]");

    assertThat(lab.run("aspects", "verify", "--manifest", "other.json").err())
        .contains("\"other.json\" is no manifest of a load");
    assertThat(lab.run("aspects", "verify", "--manifest", "none.json").code())
        .isEqualTo(ExitCode.INVALID);
  }

  @Test
  void rebuildFillsWhatDbtHasMade() {
    lab.run("aspects", "init");
    String nothing = lab.run("aspects", "rebuild").out();
    engine.run(
        "CREATE TABLE cmd_sink.names (course_key String) ENGINE = MergeTree ORDER BY course_key");
    course("course-v1:O+C+R");
    engine.run(
        "CREATE MATERIALIZED VIEW cmd_sink.names_mv TO cmd_sink.names AS SELECT course_key FROM cmd_sink.course_overviews");

    CommandLab.Result result = lab.run("aspects", "rebuild");

    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    Golden.check("aspects-rebuild.txt", plain(nothing) + "---\n" + plain(result.out()));
    assertThat(engine.run("SELECT count() FROM cmd_sink.names")).isEqualTo("1\n");
  }

  @Test
  void serverThatIsNotThereIsNamed() {
    lab.variable("DEVDATA_ASPECTS_URL", "http://127.0.0.1:1");

    CommandLab.Result result = lab.run("aspects", "status");

    assertThat(result.code()).isEqualTo(ExitCode.FAILED);
    assertThat(result.err())
        .contains("target DEVDATA_ASPECTS_URL, http://127.0.0.1:1")
        .contains("cannot be reached");
  }
}
