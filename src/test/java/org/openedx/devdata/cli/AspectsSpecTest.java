package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.testing.TestClickHouse;

/** {@code ida: aspects}, on a site of its own on the shared engine. */
@Tag("clickhouse")
class AspectsSpecTest {

  private static final String SITE =
      "xapi=spec_xapi&event_sink=spec_sink&reporting=spec_reporting&openedx=spec_openedx";

  private static final String SPEC =
      """
      statements: 3000
      seed: 7
      start_date: today - 60d
      end_date: today
      taxonomies:
        - name: Plants
          tags:
            - {value: Moss}
            - {value: Peat moss, parent: Moss}
      courses:
        - course_id: course-v1:DevdataX+Botany101+Current
          display_name: Botany for Beginners
          start: today - 50d
          end: today - 5d
          tags: [Peat moss]
          outline:
            - display_name: Mosses
              sequentials:
                - display_name: What is a moss?
                  graded: true
                  verticals:
                    - blocks:
                        - {type: video, id: walk}
                        - {type: problem, display_name: Name this moss, id: name-this-moss, tags: [Moss]}
                        - {type: html, display_name: Read more}
                        - {type: problem, display_name: And this one}
      learners:
        - {username: anna, user_id: 17, external_id: 32e08e30-f8ae-4ce2-94a8-c2bfe38a70cb, country: NO}
        - {username: ben, name: Ben Bo}
        - {username: cleo}
      enrollments:
        - {username: anna, course_id: "course-v1:DevdataX+Botany101+Current", mode: verified, created: today - 40d}
        - {username: ben, course_id: "course-v1:DevdataX+Botany101+Current", created: today - 45d, is_active: false}
        - {username: cleo, course_id: "course-v1:DevdataX+Botany101+Current", created: today - 70d}
      """;

  private static final String ANNA = "32e08e30-f8ae-4ce2-94a8-c2bfe38a70cb";

  @TempDir private Path folder;
  private TestClickHouse engine;
  private CommandLab lab;

  @BeforeEach
  void siteWithTables() {
    engine = TestClickHouse.required();
    for (String name : List.of("spec_reporting", "spec_xapi", "spec_sink", "spec_openedx")) {
      engine.run("DROP DATABASE IF EXISTS " + name);
    }
    lab =
        new CommandLab(folder)
            .variable("DEVDATA_ASPECTS_URL", engine.url() + "?" + SITE)
            .variable("DEVDATA_ASPECTS_USER", engine.user())
            .variable("DEVDATA_ASPECTS_PASSWORD", engine.password())
            .file("top.yaml", "- {ida: aspects, path: aspects.yaml}")
            .file("aspects.yaml", SPEC);
    lab.run("aspects", "init");
  }

  private String run(String... words) {
    String[] line = words.clone();
    line[line.length - 1] = lab.path(line[line.length - 1]);
    CommandLab.Result result = lab.run(line);
    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    return result.out().replaceAll(" \\(\\d+(\\.\\d)? m?s\\)", "");
  }

  private String value(String query) {
    return engine.run(query).strip();
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
    assertThat(value("SELECT count() FROM spec_xapi.xapi_events_all")).isEqualTo("0");
  }

  @Test
  void whatIsLostComesBackAndWhatWasChangedIsMended() {
    run("load", "-q", "top.yaml");
    engine.run("DELETE FROM spec_xapi.xapi_events_all WHERE event LIKE '%paused%'");
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
        "INSERT INTO spec_xapi.xapi_events_all VALUES (generateUUIDv4(), '2026-03-01 12:00:00', '{}'),"
            + " (generateUUIDv4(), '2020-03-01 12:00:00', '{}')");
    engine.run("INSERT INTO spec_sink.tag (id, value) VALUES (99, 'Mine')");
    run("load", "-q", "top.yaml");

    assertThat(run("reset", "-q", "--dry-run", "top.yaml")).contains("3,027 rows would be removed");
    assertThat(run("reset", "-q", "-y", "top.yaml")).isEqualTo("Reset: 3,027 rows removed.\n");
    assertThat(value("SELECT groupArray(event) FROM spec_xapi.xapi_events_all"))
        .isEqualTo("['{}','{}']");
    assertThat(value("SELECT groupArray(value) FROM spec_sink.tag")).isEqualTo("['Mine']");
    assertThat(value("SELECT count() FROM spec_sink.load_test_runs")).isEqualTo("0");
    assertThat(run("load", "-q", "top.yaml")).isEqualTo("Loaded: 3,027 created.\n");
    assertThat(run("verify", "-q", "top.yaml")).startsWith("Verified: all 3,027 rows");
  }

  @Test
  void namesAndIdsOfTheSpecAreThoseOfRowsAndStatements() {
    run("load", "-q", "top.yaml");

    assertThat(
            value(
                "SELECT username, user_id, external_user_id FROM spec_sink.external_id WHERE username = 'anna'"))
        .isEqualTo("anna\t17\t" + ANNA);
    assertThat(value("SELECT country, email FROM spec_sink.user_profile WHERE user_id = 17"))
        .isEqualTo("NO\tanna@example.com");
    assertThat(
            value(
                "SELECT mode, is_active, created FROM spec_sink.course_enrollment WHERE user_id = 17"))
        .isEqualTo("verified\ttrue\t2026-02-17 00:00:00.000000+00:00");
    assertThat(
            value(
                "SELECT countIf(event LIKE '%type@problem+block@name-this-moss%') > 0,"
                    + " countIf(event LIKE '%type@video+block@walk%') > 0,"
                    + " countIf(event LIKE '%"
                    + ANNA
                    + "%') > 0 FROM spec_xapi.xapi_events_all"))
        .isEqualTo("1\t1\t1");
    assertThat(
            value(
                "SELECT display_name, order, JSONExtractInt(xblock_data_json, 'graded'),"
                    + " JSONExtractString(xblock_data_json, 'tags') FROM spec_sink.course_blocks WHERE"
                    + " location = 'block-v1:DevdataX+Botany101+Current+type@problem+block@name-this-moss'"))
        .startsWith("Name this moss\t6\t1\t");
    assertThat(
            value(
                "SELECT JSONExtractRaw(course_data_json, 'tags') FROM spec_sink.course_overviews"))
        .isEqualTo("[1,2]");
    assertThat(value("SELECT object_id, lineage FROM spec_sink.object_tag WHERE tag = 2"))
        .isEqualTo("course-v1:DevdataX+Botany101+Current\t[\"Moss\", \"Peat moss\"]");
  }

  @Test
  void blocksAreThoseOfTheOutlineInItsOrder() {
    run("load", "-q", "top.yaml");

    assertThat(
            value(
                "SELECT order, replaceRegexpOne(location, '.*type@(.*)\\\\+block@([0-9a-f]{32})?',"
                    + " '\\\\1 '), display_name, JSONExtractInt(xblock_data_json, 'section'),"
                    + " JSONExtractInt(xblock_data_json, 'subsection'),"
                    + " JSONExtractInt(xblock_data_json, 'unit'), JSONExtractInt(xblock_data_json,"
                    + " 'graded'), JSONExtractRaw(xblock_data_json, 'tags') FROM"
                    + " spec_sink.course_blocks ORDER BY order"))
        .isEqualTo(
            """
            1	course course	Botany for Beginners	0	0	0	0	[1,2]
            2	chapter 	Mosses	1	0	0	0	[]
            3	sequential 	What is a moss?	1	1	0	1	[]
            4	vertical 	Unit 1	1	1	1	1	[]
            5	video walk	Video 1	1	1	1	1	[]
            6	problem name-this-moss	Name this moss	1	1	1	1	[1]
            7	html 	Read more	1	1	1	1	[]
            8	problem 	And this one	1	1	1	1	[]\
            """);
    assertThat(
            value("SELECT object_id, tag FROM spec_sink.object_tag WHERE object_id LIKE 'block%'"))
        .isEqualTo("block-v1:DevdataX+Botany101+Current+type@problem+block@name-this-moss\t1");
  }

  @Test
  void nothingOfALearnerComesBeforeTheEnrolmentOrAfterLeaving() {
    run("load", "-q", "top.yaml");

    assertThat(
            value(
                "SELECT count() FROM (SELECT JSONExtractString(event, 'actor', 'account', 'name') AS a,"
                    + " argMin(JSONExtractString(event, 'verb', 'display', 'en'), emission_time) AS f FROM"
                    + " spec_xapi.xapi_events_all GROUP BY a) WHERE f != 'registered'"))
        .isEqualTo("0");
    String ben = value("SELECT external_user_id FROM spec_sink.external_id WHERE username = 'ben'");
    assertThat(
            value(
                "SELECT argMax(JSONExtractString(event, 'verb', 'display', 'en'), emission_time) FROM"
                    + " spec_xapi.xapi_events_all WHERE event LIKE '%"
                    + ben
                    + "%'"))
        .isEqualTo("unregistered");
    assertThat(
            value(
                "SELECT min(emission_time) >= '2026-02-07', max(emission_time) < '2026-03-24' FROM"
                    + " spec_xapi.xapi_events_all WHERE event NOT LIKE '%registered%'"))
        .isEqualTo("1\t1");
  }

  @Test
  void enrolmentsAreToldAsTheirRowsSay() {
    run("load", "-q", "top.yaml");

    assertThat(
            value(
                "SELECT r.username, abs(dateDiff('microsecond', s.first,"
                    + " parseDateTime64BestEffort(r.created, 6, 'UTC'))) < 1000, r.mode = s.mode,"
                    + " r.is_active = (s.last = 'registered') FROM (SELECT"
                    + " toUUID(JSONExtractString(event, 'actor', 'account', 'name')) AS account,"
                    + " min(emission_time) AS first, any(JSONExtractString(event, 'object',"
                    + " 'definition', 'extensions', 'https://w3id.org/xapi/acrossx/extensions/type'))"
                    + " AS mode, argMax(JSONExtractString(event, 'verb', 'display', 'en'),"
                    + " emission_time) AS last FROM spec_xapi.xapi_events_all WHERE"
                    + " JSONExtractString(event, 'verb', 'display', 'en') IN ('registered',"
                    + " 'unregistered') GROUP BY account) AS s JOIN spec_sink.external_id AS e ON"
                    + " e.external_user_id = s.account JOIN spec_sink.course_enrollment AS r ON"
                    + " r.user_id = e.user_id ORDER BY r.username"))
        .isEqualTo("anna\t1\t1\t1\nben\t1\t1\t1\ncleo\t1\t1\t1");
  }

  @Test
  void theSiteChecksHold() {
    run("load", "-q", "top.yaml");

    CommandLab.Result result = lab.run("aspects", "verify", "--sample", "0");

    assertThat(result.code()).as(result.out()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void withoutPiiNobodyIsNamed() {
    lab.file("aspects.yaml", SPEC + "pii: false\n");
    run("load", "-q", "top.yaml");

    assertThat(value("SELECT count() FROM spec_sink.user_profile")).isEqualTo("0");
    assertThat(value("SELECT count() FROM spec_sink.external_id")).isEqualTo("0");
  }

  @Test
  void aWorldCanBeGenerated() {
    lab.file(
        "aspects.yaml",
        """
        statements: 2000
        num_actors: 30
        course_sizes:
          - {name: small, runs: 3, actors: 10, problems: 5, videos: 5, chapters: 2, sequences: 4, verticals: 6, forum_posts: 3}
        """);

    run("load", "-q", "top.yaml");

    assertThat(value("SELECT count() FROM spec_xapi.xapi_events_all")).isEqualTo("2030");
    assertThat(value("SELECT uniq(course_key) FROM spec_sink.course_blocks")).isEqualTo("3");
    CommandLab.Result checks = lab.run("aspects", "verify", "--sample", "0");
    assertThat(checks.code()).as(checks.out()).isEqualTo(ExitCode.DONE);
    assertThat(run("load", "-q", "--now", "2026-07-01", "top.yaml"))
        .startsWith("Loaded: nothing changed");
  }

  @Test
  void aWorldOfManyYearsArrives() {
    lab.file(
        "aspects.yaml",
        """
        statements: 2000
        num_actors: 30
        start_date: 1990-01-01
        end_date: 2026-01-01
        course_length_days: 90
        course_sizes:
          - {name: small, runs: 50, actors: 10, problems: 5, videos: 5, chapters: 2, sequences: 4, verticals: 6, forum_posts: 3}
        """);

    run("load", "-q", "top.yaml");

    assertThat(
            value(
                "SELECT count(), uniq(toYYYYMM(emission_time)) > 100 FROM spec_xapi.xapi_events_all"))
        .isEqualTo("2500\t1");
  }

  @Test
  void statementsOfAnEarlierVersionAreTold() {
    run("load", "-q", "top.yaml");
    lab.file("aspects.yaml", SPEC.replace("3000", "3100"));

    assertThat(lab.run("load", "-q", lab.path("top.yaml")).err())
        .contains("statements of these learners are not of this spec but of an earlier version");
  }

  @Test
  void aSiteWithoutTablesIsRefusedBeforeAnythingIsWritten() {
    engine.run("DROP TABLE spec_sink.course_blocks");

    CommandLab.Result result = lab.run("load", lab.path("top.yaml"));

    assertThat(result.code()).isEqualTo(ExitCode.FAILED);
    assertThat(result.err())
        .contains("has no table 'spec_sink.course_blocks'; run the site's migrations (to 0041)");
    assertThat(value("SELECT count() FROM spec_xapi.xapi_events_all")).isEqualTo("0");
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
