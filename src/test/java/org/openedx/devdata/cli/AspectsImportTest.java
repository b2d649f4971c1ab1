package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.service.lms.LmsService;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestClickHouse;
import org.openedx.devdata.testing.TestDatabase;

/** An Aspects spec that takes its world from the LMS's. */
@DatabaseTest
@Tag("clickhouse")
class AspectsImportTest {

  private static final String SITE =
      "xapi=imp_xapi&event_sink=imp_sink&reporting=imp_reporting&openedx=imp_openedx";

  @TempDir private Path folder;
  private TestDatabase lms;
  private TestClickHouse engine;
  private CommandLab lab;

  @BeforeEach
  void sites(TestDatabase fresh) throws SQLException {
    engine = TestClickHouse.required();
    for (String name : List.of("imp_reporting", "imp_xapi", "imp_sink", "imp_openedx")) {
      engine.run("DROP DATABASE IF EXISTS " + name);
    }
    lms = fresh;
    new SpecLab(fresh, LmsService.lms()).withTables();
    lab =
        new CommandLab(folder)
            .database("lms", fresh)
            .variable("DEVDATA_ASPECTS_URL", engine.url() + "?" + SITE)
            .variable("DEVDATA_ASPECTS_USER", engine.user())
            .variable("DEVDATA_ASPECTS_PASSWORD", engine.password())
            .file(
                "top.yaml", "- {ida: lms, path: lms.yaml}\n- {ida: aspects, path: aspects.yaml}\n")
            .file(
                "lms.yaml",
                """
                users:
                  - {username: somebody_else}
                  - {username: alice, email: alice@example.org, name: Alice A., country: NO}
                courses:
                  - {course_id: "course-v1:edX+DemoX+Demo", display_name: Demo, start: today - 30d, end: today + 30d}
                enrollments:
                  - {username: alice, course_id: "course-v1:edX+DemoX+Demo", mode: honor, created: now - 20d}
                """)
            .file("aspects.yaml", "import: lms\nstatements: 500\nseed: 3\n");
    lab.run("aspects", "init");
  }

  private CommandLab.Result run(String command, String... more) {
    String[] line = new String[more.length + 3];
    line[0] = command;
    line[1] = "-q";
    System.arraycopy(more, 0, line, 2, more.length);
    line[line.length - 1] = lab.path("top.yaml");
    return lab.run(line);
  }

  @Test
  void rowsHaveTheNumbersOfTheLmssDatabase() throws SQLException {
    CommandLab.Result result = run("load");

    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    String id = lms.value("SELECT id FROM auth_user WHERE username = 'alice'");
    assertThat(
            engine.run("SELECT user_id FROM imp_sink.external_id WHERE username = 'alice'").strip())
        .isEqualTo(id);
    assertThat(
            engine
                .run(
                    "SELECT name, email, country, username FROM imp_sink.user_profile WHERE user_id = "
                        + id)
                .strip())
        .isEqualTo("Alice A.\talice@example.org\tNO\talice");
    assertThat(
            engine
                .run(
                    "SELECT course_key, mode, created FROM imp_sink.course_enrollment WHERE user_id = "
                        + id)
                .strip())
        .isEqualTo("course-v1:edX+DemoX+Demo\thonor\t2026-03-09 01:30:00.000000+00:00");
    assertThat(
            engine
                .run("SELECT course_key, display_name, course_start FROM imp_sink.course_overviews")
                .strip())
        .isEqualTo("course-v1:edX+DemoX+Demo\tDemo\t2026-02-27 00:00:00+00:00");
    assertThat(engine.run("SELECT count() FROM imp_xapi.xapi_events_all").strip()).isEqualTo("501");
  }

  private String aspects(String query) {
    return engine.run(query).strip();
  }

  @Test
  void profilesAndEnrolmentsHaveTheirNumbersToo() throws SQLException {
    lms.run("ALTER TABLE auth_userprofile AUTO_INCREMENT = 500");
    lms.run("ALTER TABLE student_courseenrollment AUTO_INCREMENT = 700");

    run("load");

    assertThat(lms.value("SELECT MIN(id) FROM auth_userprofile")).isEqualTo("500");
    assertThat(
            aspects(
                "SELECT arrayStringConcat(groupArray(concat(toString(id), ' ', username)), ', ') FROM"
                    + " (SELECT id, username FROM imp_sink.user_profile ORDER BY id)"))
        .isEqualTo(
            lms.value(
                "SELECT GROUP_CONCAT(p.id, ' ', u.username ORDER BY p.id SEPARATOR ', ') FROM"
                    + " auth_userprofile p JOIN auth_user u ON u.id = p.user_id"));
    assertThat(aspects("SELECT id FROM imp_sink.course_enrollment")).isEqualTo("700");
  }

  @Test
  void numbersAreFoundHoweverTheDatabaseSpellsTheName() throws SQLException {
    run("load", "--only", "lms");
    lms.run("UPDATE auth_user SET username = 'Alice' WHERE username = 'alice'");

    run("load", "--only", "aspects");

    assertThat(aspects("SELECT user_id FROM imp_sink.external_id WHERE username = 'alice'"))
        .isEqualTo(lms.value("SELECT id FROM auth_user WHERE username = 'alice'"));
    assertThat(aspects("SELECT id FROM imp_sink.course_enrollment"))
        .isEqualTo(lms.value("SELECT id FROM student_courseenrollment"));
  }

  @Test
  void statementsAreAboutTheLearnersCoursesAndBlocksOfTheTables() {
    run("load");

    assertThat(
            aspects(
                "SELECT uniqExact(JSONExtractString(event, 'actor', 'account', 'name')) FROM"
                    + " imp_xapi.xapi_events_all WHERE JSONExtractString(event, 'actor', 'account',"
                    + " 'name') IN (SELECT toString(external_user_id) FROM imp_sink.external_id WHERE"
                    + " username = 'alice')"))
        .isEqualTo("1");
    assertThat(
            aspects(
                "SELECT countIf(position(event, 'course-v1:edX+DemoX+Demo') > 0), count() FROM"
                    + " imp_xapi.xapi_events_all"))
        .isEqualTo("501\t501");
    assertThat(lab.run("aspects", "verify", "--sample", "0").code()).isEqualTo(ExitCode.DONE);
  }

  private static final String STATE =
      """
      problem_attempts:
        - {username: alice, block: "block-v1:edX+DemoX+Demo+type@problem+block@quiz-one", attempts: [{answers: choice_1}]}
        - {username: alice, block: "block-v1:edX+DemoX+Demo+type@problem+block@quiz-two"}
        - {username: alice, block: "block-v1:edX+DemoX+Demo+type@problem+block@cut_here"}
      video_positions:
        - {username: alice, block: "block-v1:edX+DemoX+Demo+type@video+block@walk", position: 20}
      positions:
        - {username: alice, course_id: "course-v1:edX+DemoX+Demo", position: 2}
        - {username: alice, block: "block-v1:edX+DemoX+Demo+type@sequential+block@week1", position: 1}
        - {username: alice, block: "block-v1:edX+DemoX+Demo+type@sequential+block@week2", position: 1}
      """;

  private void withState() throws IOException {
    lab.file("lms.yaml", Files.readString(folder.resolve("lms.yaml")) + STATE);
  }

  @Test
  void blocksOfLearnerStateAreThoseOfTheCourse() throws IOException {
    withState();

    CommandLab.Result result = run("load");

    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(
            aspects(
                "SELECT order, replaceRegexpOne(location, '.*type@(.*)\\\\+block@([0-9a-f]{32})?', '\\\\1"
                    + " '), JSONExtractInt(xblock_data_json, 'section'),"
                    + " JSONExtractInt(xblock_data_json, 'subsection'),"
                    + " JSONExtractInt(xblock_data_json, 'unit') FROM imp_sink.course_blocks ORDER BY"
                    + " order"))
        .isEqualTo(
            """
            1	course course	0	0	0
            2	chapter 	1	0	0
            3	sequential week1	1	1	0
            4	vertical 	1	1	1
            5	video walk	1	1	1
            6	sequential week2	1	2	0
            7	vertical 	1	2	1
            8	problem quiz-one	1	2	1
            9	problem quiz-two	1	2	1\
            """);
    assertThat(
            aspects(
                "SELECT countIf(event LIKE '%problem+block@quiz-one%') > 0, countIf(event LIKE"
                    + " '%problem+block@quiz-two%') > 0, countIf(event LIKE '%video+block@walk%') > 0,"
                    + " countIf(event LIKE '%sequential+block@week2%') > 0 FROM"
                    + " imp_xapi.xapi_events_all"))
        .isEqualTo("1\t1\t1\t1");
    assertThat(lab.run("aspects", "verify", "--sample", "0").code()).isEqualTo(ExitCode.DONE);
    assertThat(run("load").out()).startsWith("Loaded: nothing changed");
  }

  @Test
  void coursesThatReportsCannotReadAreLeftOutAndTold() throws IOException, SQLException {
    String lmsSpec =
        Files.readString(folder.resolve("lms.yaml"))
            .replace(
                "enrollments:",
                """
                  - {course_id: "edX/DemoX/Demo"}
                  - {course_id: "ccx-v1:edX+DemoX+Demo+ccx@1"}
                  - {course_id: "course-v1:\u00dcber+DemoX+Demo"}
                enrollments:
                  - {username: alice, course_id: "edX/DemoX/Demo"}""");
    lab.file("lms.yaml", lmsSpec);

    CommandLab.Result result = run("load");

    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(result.err())
        .contains("left out 3 of the LMS's courses, such as \"edX/DemoX/Demo\": the reports read");
    assertThat(lms.value("SELECT COUNT(*) FROM student_courseenrollment")).isEqualTo("2");
    assertThat(aspects("SELECT course_key FROM imp_sink.course_overviews"))
        .isEqualTo("course-v1:edX+DemoX+Demo");
    assertThat(aspects("SELECT count() FROM imp_sink.course_enrollment")).isEqualTo("1");
  }

  @Test
  void anOutlineOfItsOwnGoesBeforeTheBlocksOfLearnerState() throws IOException {
    withState();
    lab.file(
        "aspects.yaml",
        """
        import: lms
        statements: 500
        seed: 3
        courses:
          - course_id: course-v1:edX+DemoX+Demo
            outline: [{sequentials: [{verticals: [{blocks: [{type: problem, id: p}, {type: video, id: v}]}]}]}]
        """);

    run("load");

    assertThat(
            aspects("SELECT count(), countIf(location LIKE '%quiz%') FROM imp_sink.course_blocks"))
        .isEqualTo("6\t0");
  }

  @Test
  void inventedProfilesAreThoseOfTheLmssDatabase() throws SQLException {
    run("load");

    String inMySql =
        lms.value(
            "SELECT CONCAT_WS('|', p.name, p.gender, p.year_of_birth, p.city) FROM auth_userprofile p JOIN auth_user u"
                + " ON u.id = p.user_id WHERE u.username = 'somebody_else'");
    assertThat(
            engine
                .run(
                    "SELECT concat(name, '|', gender, '|', year_of_birth, '|', city) FROM imp_sink.user_profile WHERE username = 'somebody_else'")
                .strip())
        .isEqualTo(inMySql);
  }

  @Test
  void allOfItIsIdempotentAndGoesTogether() {
    run("load");

    assertThat(run("load", "--now", "2026-05-01").out()).startsWith("Loaded: nothing changed");
    assertThat(run("verify", "--now", "2026-05-01").code()).isEqualTo(ExitCode.DONE);
    assertThat(run("reset", "-y").code()).isEqualTo(ExitCode.DONE);
    assertThat(engine.run("SELECT count() FROM imp_xapi.xapi_events_all").strip()).isEqualTo("0");
  }

  @Test
  void aloneItStillKnowsTheSpecOfTheLms() throws SQLException {
    run("load", "--only", "lms");

    CommandLab.Result result = run("load", "--only", "aspects");

    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(
            engine.run("SELECT user_id FROM imp_sink.external_id WHERE username = 'alice'").strip())
        .isEqualTo(lms.value("SELECT id FROM auth_user WHERE username = 'alice'"));
    assertThat(run("load", "--keep-going").out()).startsWith("Loaded: nothing changed");
    assertThat(run("reset", "-y", "--only", "aspects").code()).isEqualTo(ExitCode.DONE);
    assertThat(lms.value("SELECT COUNT(*) FROM auth_user")).isEqualTo("2");
  }

  @Test
  void theShippedExampleLoadsAgreesAndStays() {
    String top = Path.of("specs/top-aspects.yaml").toAbsolutePath().toString();

    CommandLab.Result load = lab.run("load", "-q", top);

    assertThat(load.code()).as(load.err()).isEqualTo(ExitCode.DONE);
    assertThat(engine.run("SELECT count() > 20000 FROM imp_xapi.xapi_events_all").strip())
        .isEqualTo("1");
    CommandLab.Result checks = lab.run("aspects", "verify", "--sample", "0");
    assertThat(checks.code()).as(checks.out()).isEqualTo(ExitCode.DONE);
    assertThat(lab.run("verify", "-q", "--now", "2026-08-01", top).code()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void withAtomicAllTheOtherDatabasesAreCommittedFirst() throws SQLException {
    CommandLab.Result result = run("load", "--atomic", "all");

    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(
            engine.run("SELECT user_id FROM imp_sink.external_id WHERE username = 'alice'").strip())
        .isEqualTo(lms.value("SELECT id FROM auth_user WHERE username = 'alice'"));
  }
}
