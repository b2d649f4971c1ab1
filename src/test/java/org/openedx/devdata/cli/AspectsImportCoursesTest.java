package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.TestDatabase;

/** Courses and blocks that an Aspects spec takes from the LMS's, and those that it does not. */
@DatabaseTest
@Tag("clickhouse")
class AspectsImportCoursesTest {

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

  @TempDir private Path folder;
  private TestDatabase lms;
  private AspectsLab site;
  private CommandLab lab;

  @BeforeEach
  void sites(TestDatabase fresh) throws SQLException {
    lms = fresh;
    site = AspectsLab.importing("crs", folder, fresh);
    lab = site.lab();
  }

  private CommandLab.Result run(String command, String... more) {
    return site.runTop(command, more);
  }

  private String aspects(String query) {
    return site.value(query);
  }

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
                    + " JSONExtractInt(xblock_data_json, 'unit') FROM crs_sink.course_blocks ORDER BY"
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
                    + " crs_openedx.xapi_events_all"))
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
                  - {course_id: "ccx-v1:my_Org+DemoX+Demo+ccx@1"}
                  - {course_id: "course-v1:\u00dcber+DemoX+Demo"}
                enrollments:
                  - {username: alice, course_id: "edX/DemoX/Demo"}""");
    lab.file("lms.yaml", lmsSpec);

    CommandLab.Result result = run("load");

    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(result.err())
        .contains("left out 3 of the LMS's courses, such as \"edX/DemoX/Demo\": the reports read");
    assertThat(lms.value("SELECT COUNT(*) FROM student_courseenrollment")).isEqualTo("2");
    assertThat(aspects("SELECT course_key FROM crs_sink.course_overviews"))
        .isEqualTo("course-v1:edX+DemoX+Demo");
    assertThat(aspects("SELECT count() FROM crs_sink.course_enrollment")).isEqualTo("1");
  }

  @Test
  void customCoursesAreImportedWithKeysOfTheirOwn() throws IOException {
    String key = "ccx-v1:edX+DemoX+Demo+ccx@1";
    lab.file(
        "lms.yaml",
        Files.readString(folder.resolve("lms.yaml"))
            .replace(
                "enrollments:",
                """
                  - {course_id: "%1$s", start: now - 60d}
                enrollments:
                  - {username: alice, course_id: "%1$s", created: today - 40d}"""
                    .formatted(key)));

    CommandLab.Result result = run("load");

    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(result.err()).doesNotContain("left out");
    assertThat(
            aspects(
                "SELECT count() > 5, uniqExact(location) = count(), countIf(NOT startsWith(location,"
                    + " 'ccx-block-v1:edX+DemoX+Demo+ccx@1+type@')),"
                    + " any(JSONExtractString(xblock_data_json, 'run')) FROM crs_sink.course_blocks"
                    + " WHERE course_key = '%s'".formatted(key)))
        .isEqualTo("1\t1\t0\tDemo");
    assertThat(
            aspects(
                "SELECT count() > 0, countIf(event LIKE '%/xblock/ccx-block-v1:%') > 0, countIf(event"
                    + " LIKE '%/xblock/block-v1:%'),"
                    + " any(get_org_from_ccx_course_url(extractAll(event, 'http[^\"]*/course/ccx[^\"]*')[1]))"
                    + " FROM crs_openedx.xapi_events_all WHERE event LIKE '%+ccx@1%'"))
        .isEqualTo("1\t1\t0\tedX");
    assertThat(lab.run("aspects", "verify", "--sample", "0").code()).isEqualTo(ExitCode.DONE);
    assertThat(run("load").out()).startsWith("Loaded: nothing changed");
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
            aspects("SELECT count(), countIf(location LIKE '%quiz%') FROM crs_sink.course_blocks"))
        .isEqualTo("6\t0");
  }
}
