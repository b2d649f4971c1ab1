package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.testing.TestClickHouse;

/** {@code ida: aspects}, on a site of its own on the shared engine. */
@Tag("clickhouse")
class AspectsSpecTest {

  private static final String SPEC = AspectsLab.BOTANY;

  @TempDir private Path folder;
  private AspectsLab site;
  private TestClickHouse engine;
  private CommandLab lab;

  @BeforeEach
  void siteWithTables() {
    site = AspectsLab.botany("spec", folder);
    lab = site.lab();
    engine = site.engine();
  }

  private String run(String... words) {
    return site.run(words);
  }

  private String value(String query) {
    return site.value(query);
  }

  @Test
  void loadReportsCountsByTable() {
    Golden.check(
        "aspects-load.txt",
        run("load", "top.yaml").replace(engine.url().toString(), "http://SERVER"));
  }

  @Test
  void aSecondLoadChangesNothingEvenOnAnotherDay() {
    run("load", "-q", "top.yaml");

    assertThat(run("load", "-q", "--now", "2026-06-01", "top.yaml"))
        .isEqualTo("Loaded: nothing changed, all 3,027 rows are as specified.\n");
    assertThat(run("verify", "-q", "--now", "2026-06-02", "top.yaml")).startsWith("Verified: all");
  }

  @Test
  void planWritesNothing() {
    assertThat(run("plan", "-q", "top.yaml"))
        .isEqualTo("Plan: 3,027 to create; nothing was written.\n");
    assertThat(value("SELECT count() FROM spec_openedx.xapi_events_all")).isEqualTo("0");
  }

  @Test
  void whatIsLostComesBackAndWhatWasChangedIsMended() {
    run("load", "-q", "top.yaml");
    engine.run("DELETE FROM spec_openedx.xapi_events_all WHERE event LIKE '%paused%'");
    engine.run("DELETE FROM spec_sink.course_blocks WHERE location LIKE '%video%'");
    engine.run(
        "ALTER TABLE spec_sink.course_overviews UPDATE display_name = 'Broken' WHERE 1 SETTINGS"
            + " mutations_sync = 1");

    assertThat(lab.run("verify", "-q", lab.path("top.yaml")).code())
        .isEqualTo(ExitCode.DIFFERENCES);
    assertThat(run("load", "-q", "top.yaml")).contains(" 1 updated");
    assertThat(value("SELECT groupArray(display_name) FROM spec_sink.course_overviews"))
        .isEqualTo("['Botany for Beginners']");
    assertThat(run("verify", "-q", "top.yaml")).startsWith("Verified: all 3,027 rows");
  }

  @Test
  void aChangeOfTheSpecChangesThatRowAlone() {
    run("load", "-q", "top.yaml");
    lab.file("aspects.yaml", SPEC.replace("Read more", "Read much more"));

    assertThat(run("load", "-q", "top.yaml")).isEqualTo("Loaded: 1 updated, 3,026 unchanged.\n");
    assertThat(
            value(
                "SELECT groupArray(display_name) FROM spec_sink.course_blocks WHERE location LIKE"
                    + " '%type@html%'"))
        .isEqualTo("['Read much more']");
  }

  @Test
  void resetRemovesExactlyWhatTheSpecDescribes() {
    engine.run(
        "INSERT INTO spec_openedx.xapi_events_all VALUES (generateUUIDv4(), '2026-03-01 12:00:00', '{}'),"
            + " (generateUUIDv4(), '2020-03-01 12:00:00', '{}')");
    engine.run("INSERT INTO spec_sink.tag (id, value) VALUES (99, 'Mine')");
    run("load", "-q", "top.yaml");

    assertThat(run("reset", "-q", "--dry-run", "top.yaml")).contains("3,027 rows would be removed");
    assertThat(run("reset", "-q", "-y", "top.yaml")).isEqualTo("Reset: 3,027 rows removed.\n");
    assertThat(value("SELECT groupArray(event) FROM spec_openedx.xapi_events_all"))
        .isEqualTo("['{}','{}']");
    assertThat(value("SELECT groupArray(value) FROM spec_sink.tag")).isEqualTo("['Mine']");
    assertThat(value("SELECT count() FROM spec_sink.load_test_runs")).isEqualTo("0");
    assertThat(run("load", "-q", "top.yaml")).isEqualTo("Loaded: 3,027 created.\n");
    assertThat(run("verify", "-q", "top.yaml")).startsWith("Verified: all 3,027 rows");
  }

  @Test
  void statementsThatNoLedgerKnowsStayAndAreCounted() {
    run("load", "-q", "top.yaml");
    engine.run("DROP TABLE spec_sink.devdata_ledger");
    lab.file("aspects.yaml", SPEC.replace("3000", "3100"));

    assertThat(lab.run("load", "-q", lab.path("top.yaml")).err())
        .contains("statements of these learners came from an earlier version of this spec");
  }

  @Test
  void aSiteWithoutTablesIsRefusedBeforeAnythingIsWritten() {
    engine.run("DROP TABLE spec_sink.course_blocks");

    CommandLab.Result result = lab.run("load", lab.path("top.yaml"));

    assertThat(result.code()).isEqualTo(ExitCode.FAILED);
    assertThat(result.err())
        .contains("has no table 'spec_sink.course_blocks'; run the site's migrations (to 0041)");
    assertThat(value("SELECT count() FROM spec_openedx.xapi_events_all")).isEqualTo("0");
  }

  @Test
  void aSiteThatHasDroppedEnrolmentsGetsTheRest() {
    engine.run("DROP TABLE spec_sink.course_enrollment");

    CommandLab.Result result = lab.run("load", "-q", lab.path("top.yaml"));

    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(result.err())
        .contains("has no table spec_sink.course_enrollment; its rows are left out");
  }

  @Test
  void everyMistakeIsToldWithItsPlace() {
    lab.file(
        "aspects.yaml",
        """
        statment_weights: {}
        statement_weights: {PlayedVido: 3, LoadedVideo: -1}
        lms_url: localhost
        start_date: today
        end_date: today - 3d
        courses:
          - course_id: course-v1:DevdataX+Botany101+Current
            tags: [Harpp]
            outline:
              - sequentials:
                  - verticals:
                      - blocks: [{type: problem, id: a_b}, {type: video, id: a}, {type: video, id: a}]
          - course_id: course-v1:Über+B+C
        learners:
          - {username: anna, external_id: 17}
        enrollments:
          - {username: ana, course_id: "course-v1:DevdataX+Botany101+Currant"}
        """);

    CommandLab.Result result = lab.run("load", lab.path("top.yaml"));

    assertThat(result.code()).isEqualTo(ExitCode.INVALID);
    Golden.check("aspects-mistakes.txt", result.err());
  }

  @Test
  void generatedWorldsAreChecked() {
    lab.file(
        "aspects.yaml",
        """
        num_actors: 5
        course_length_days: 90
        courses: [{course_id: "course-v1:A+B+C"}]
        course_sizes:
          - {name: small, runs: 0, actors: 10, problems: 0, videos: 5, chapters: 0, sequences: 4, verticals: 6, forum_posts: 3}
        """);
    String first = lab.run("load", lab.path("top.yaml")).err();
    lab.file(
        "aspects.yaml",
        """
        num_actors: 50
        course_length_days: 90
        course_sizes:
          - {name: small, runs: 1, actors: 10, problems: 1, videos: 5, chapters: 1, sequences: 4, verticals: 6, forum_posts: 3}
        """);
    String second = lab.run("load", lab.path("top.yaml")).err();
    lab.file("aspects.yaml", "seed: 7\n");
    String third = lab.run("load", lab.path("top.yaml")).err();

    Golden.check("aspects-generated-mistakes.txt", first + "---\n" + second + "---\n" + third);
  }

  @Test
  void importNeedsASpecOfTheLmsBefore() {
    lab.file("aspects.yaml", "import: lms\n");

    assertThat(lab.run("load", lab.path("top.yaml")).err())
        .contains("aspects.yaml:1:9: import: lms takes learners and courses from a spec of lms");
    assertThat(lab.run("validate", "--as", "aspects", lab.path("aspects.yaml")).code())
        .isEqualTo(ExitCode.DONE);
  }
}
