package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.TestClickHouse;
import org.openedx.devdata.testing.TestDatabase;

/** An Aspects spec that takes its world from the LMS's. */
@DatabaseTest
@Tag("clickhouse")
class AspectsImportTest {

  @TempDir private Path folder;
  private TestDatabase lms;
  private TestClickHouse engine;
  private AspectsLab site;
  private CommandLab lab;

  @BeforeEach
  void sites(TestDatabase fresh) throws SQLException {
    lms = fresh;
    site = AspectsLab.importing("imp", folder, fresh);
    lab = site.lab();
    engine = site.engine();
  }

  private CommandLab.Result run(String command, String... more) {
    return site.runTop(command, more);
  }

  private String aspects(String query) {
    return site.value(query);
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
    assertThat(engine.run("SELECT count() FROM imp_openedx.xapi_events_all").strip())
        .isEqualTo("501");
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
                    + " imp_openedx.xapi_events_all WHERE JSONExtractString(event, 'actor', 'account',"
                    + " 'name') IN (SELECT toString(external_user_id) FROM imp_sink.external_id WHERE"
                    + " username = 'alice')"))
        .isEqualTo("1");
    assertThat(
            aspects(
                "SELECT countIf(position(event, 'course-v1:edX+DemoX+Demo') > 0), count() FROM"
                    + " imp_openedx.xapi_events_all"))
        .isEqualTo("501\t501");
    assertThat(lab.run("aspects", "verify", "--sample", "0").code()).isEqualTo(ExitCode.DONE);
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
    assertThat(engine.run("SELECT count() FROM imp_openedx.xapi_events_all").strip())
        .isEqualTo("0");
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
    assertThat(engine.run("SELECT count() > 60 FROM imp_openedx.xapi_events_all").strip())
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
