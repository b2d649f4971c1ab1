package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.cli.console.Terminal;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.service.lms.LmsService;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/** The commands that run a top-level spec, each against a database of its own. */
@DatabaseTest
class SpecCommandsTest {

  /** Of the name in the spec that takes two columns a letter. */
  private static final String WARNING =
      "warning: lms.yaml:4:15: username \"田中\" needs the LMS's setting ENABLE_UNICODE_USERNAME;"
          + " choose one of ASCII letters where it is off\n";

  private static final String SPEC =
      """
      users:
        - username: alice
          email: alice@example.com
        - username: 田中
      courses:
        - course_id: course-v1:edX+DemoX+Demo_Course
      enrollments:
        - {username: alice, course_id: "course-v1:edX+DemoX+Demo_Course", mode: verified}
      """;

  @TempDir private Path folder;
  private TestDatabase database;
  private CommandLab lab;

  @BeforeEach
  void files(TestDatabase fresh) throws SQLException {
    database = fresh;
    new SpecLab(fresh, LmsService.lms()).withTables();
    lab =
        new CommandLab(folder)
            .database("lms", fresh)
            .file("top.yaml", "- {ida: lms, path: lms.yaml}");
    lab.file("lms.yaml", SPEC);
  }

  private CommandLab.Result run(String... words) {
    String[] line = words.clone();
    line[line.length - 1] = lab.path(line[line.length - 1]);
    return lab.run(line);
  }

  private String golden(CommandLab.Result result) {
    return Golden.plain(result.out(), database);
  }

  @Test
  void loadReportsWhatItCreated() {
    CommandLab.Result result = run("load", "top.yaml");

    assertThat(result.err()).isEqualTo(WARNING);
    assertThat(result.code()).isEqualTo(ExitCode.DONE);
    Golden.check("load-first.txt", golden(result));
  }

  @Test
  void aSecondLoadReportsThatNothingChanged() {
    run("load", "top.yaml");

    CommandLab.Result result = run("load", "top.yaml");

    Golden.check("load-second.txt", golden(result));
    assertThat(result.code()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void planShowsWhatDiffers() throws SQLException {
    run("load", "top.yaml");
    breakSomething();

    CommandLab.Result result = run("plan", "top.yaml");

    Golden.check("plan-differences.txt", golden(result));
    assertThat(result.code()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void planInJsonIsComplete() throws SQLException {
    run("load", "top.yaml");
    breakSomething();

    CommandLab.Result result = run("plan", "--format", "json", "top.yaml");

    Golden.check("plan-differences.json", golden(result));
  }

  @Test
  void verifyShowsOnlyDifferences() throws SQLException {
    run("load", "top.yaml");
    breakSomething();

    CommandLab.Result result = run("verify", "top.yaml");

    Golden.check("verify-differences.txt", golden(result));
    assertThat(result.code()).isEqualTo(ExitCode.DIFFERENCES);
  }

  private void breakSomething() throws SQLException {
    database.run(
        "UPDATE auth_user SET email = 'mallory@example.com', is_staff = 1 WHERE username = 'alice'",
        "UPDATE student_courseenrollment SET mode = 'audit'",
        "DELETE FROM auth_userprofile WHERE user_id = (SELECT id FROM auth_user WHERE username ="
            + " '田中')");
  }

  @Test
  void verifyOfALoadedSpecFindsNothing() {
    run("load", "top.yaml");

    CommandLab.Result result = run("verify", "--quiet", "top.yaml");

    assertThat(golden(result)).isEqualTo("Verified: all 6 rows are as specified. (TIME)\n");
    assertThat(result.code()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void aPlanWithChangesHasAnExitCodeOfItsOwnWhenAskedFor() {
    assertThat(run("plan", "top.yaml").code()).isEqualTo(ExitCode.DONE);
    assertThat(run("plan", "--detailed-exitcode", "top.yaml").code())
        .isEqualTo(ExitCode.DIFFERENCES);
    run("load", "top.yaml");
    assertThat(run("plan", "--detailed-exitcode", "top.yaml").code()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void aDryRunOfResetRemovesNothing() throws SQLException {
    run("load", "top.yaml");

    CommandLab.Result result = run("reset", "--dry-run", "top.yaml");

    Golden.check("reset-dry-run.txt", golden(result));
    assertThat(database.value("SELECT COUNT(*) FROM auth_user")).isEqualTo("2");
    assertThat(run("verify", "top.yaml").code()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void resetDoesNotAskWhereNobodyCanAnswer() throws SQLException {
    run("load", "top.yaml");

    CommandLab.Result result = run("reset", "--quiet", "top.yaml");

    assertThat(golden(result)).isEqualTo("Reset: 13 rows removed. (TIME)\n");
    assertThat(database.value("SELECT COUNT(*) FROM auth_user")).isEqualTo("0");
  }

  @Test
  void resetAsksOnATerminal() throws SQLException {
    run("load", "top.yaml");
    lab.terminal(new Terminal(true, false, false, 80));

    CommandLab.Result no = lab.input("\n").run("reset", lab.path("top.yaml"));
    assertThat(no.err())
        .isEqualTo(
            "Remove the rows that loads of top.yaml have made from target embedded? [y/N] nothing was"
                + " removed\n");
    assertThat(no.code()).isEqualTo(ExitCode.FAILED);
    assertThat(database.value("SELECT COUNT(*) FROM auth_user")).isEqualTo("2");

    CommandLab.Result yes = lab.input("y\n").run("reset", lab.path("top.yaml"));
    assertThat(yes.code()).isEqualTo(ExitCode.DONE);
    assertThat(database.value("SELECT COUNT(*) FROM auth_user")).isEqualTo("0");
  }

  @Test
  void resetDoesNotAskWhenToldYes() throws SQLException {
    run("load", "top.yaml");
    lab.terminal(new Terminal(true, false, false, 80));

    assertThat(lab.run("reset", "--yes", lab.path("top.yaml")).err()).doesNotContain("[y/N]");
    assertThat(database.value("SELECT COUNT(*) FROM auth_user")).isEqualTo("0");
  }

  @Test
  void aBrokenSpecIsExplainedAndWritesNothing() throws SQLException {
    lab.file("lms.yaml", SPEC + "  - {username: nobody, course_id: edx}\nuserz: []\n");

    CommandLab.Result result = run("load", "top.yaml");

    assertThat(result.code()).isEqualTo(ExitCode.INVALID);
    assertThat(result.err())
        .contains("lms.yaml:9:35: ")
        .contains("lms.yaml:10:1: unknown key \"userz\"; did you mean \"users\"?")
        .endsWith("devdata: 2 problems\n");
    assertThat(result.out()).isEmpty();
    assertThat(database.value("SELECT COUNT(*) FROM auth_user")).isEqualTo("0");
  }

  @Test
  void aBrokenSpecInJsonNamesEveryPlace() throws Exception {
    lab.file("lms.yaml", "userz: []\n");

    CommandLab.Result result = run("load", "--format", "json", "top.yaml");

    JsonNode error = new ObjectMapper().readTree(result.out()).get("error");
    assertThat(error.get("code").textValue()).isEqualTo("invalid_spec");
    assertThat(error.get("exitCode").intValue()).isEqualTo(3);
    assertThat(error.get("problems").get(0).get("line").intValue()).isEqualTo(1);
    assertThat(error.get("problems").get(0).get("message").textValue())
        .isEqualTo("unknown key \"userz\"; did you mean \"users\"?");
  }

  @Test
  void anEntryThatFailsLeavesTheCommittedOnesInTheReport() throws SQLException {
    lab.file("top.yaml", "[{ida: lms, path: lms.yaml}, {ida: lms, path: two.yaml}]");
    lab.file("two.yaml", "users: [{username: carol}]");
    refuseCarol();

    CommandLab.Result result = run("load", "top.yaml");

    assertThat(result.err())
        .contains("two.yaml:1:9: ")
        .endsWith(
            "devdata: entry 2 (lms) failed and rolled back; entry 1 (lms) done and committed\n");
    assertThat(result.code()).isEqualTo(ExitCode.FAILED);
    assertThat(result.out()).contains("+ alice").doesNotContain("carol");
    assertThat(database.value("SELECT COUNT(*) FROM auth_user")).isEqualTo("2");
  }

  @Test
  void atomicAllTakesEverythingBack() throws Exception {
    lab.file("top.yaml", "[{ida: lms, path: lms.yaml}, {ida: lms, path: two.yaml}]");
    lab.file("two.yaml", "users: [{username: carol}]");
    refuseCarol();

    CommandLab.Result result = run("load", "--atomic", "all", "--format", "json", "top.yaml");

    JsonNode report = new ObjectMapper().readTree(result.out());
    assertThat(report.at("/entries/0/state").textValue()).isEqualTo("rolled_back");
    assertThat(report.at("/entries/1/state").textValue()).isEqualTo("failed");
    assertThat(report.at("/counts/create").intValue()).isZero();
    assertThat(report.at("/error/code").textValue()).isEqualTo("row_refused");
    assertThat(database.value("SELECT COUNT(*) FROM auth_user")).isEqualTo("0");
  }

  @Test
  void keepGoingRunsWhatComesAfterAFailure() throws SQLException {
    lab.file("top.yaml", "[{ida: lms, path: two.yaml}, {ida: lms, path: lms.yaml}]");
    lab.file("two.yaml", "users: [{username: carol}]");
    refuseCarol();

    CommandLab.Result result = run("load", "--keep-going", "top.yaml");

    assertThat(result.code()).isEqualTo(ExitCode.FAILED);
    assertThat(result.err())
        .endsWith(
            "devdata: entry 1 (lms) failed and rolled back; entry 2 (lms) done and committed\n");
    assertThat(database.value("SELECT COUNT(*) FROM auth_user")).isEqualTo("2");
  }

  private void refuseCarol() throws SQLException {
    database.run(
        "CREATE TRIGGER no_carol BEFORE INSERT ON auth_user FOR EACH ROW IF NEW.username = 'carol'"
            + " THEN SIGNAL SQLSTATE '23000' SET MESSAGE_TEXT = 'no carol here'; END IF");
  }

  @Test
  void aDatabaseThatIsNotMigratedIsRefusedWithAdvice() throws SQLException {
    lab.database("lms", database.another("empty"));

    CommandLab.Result result = run("load", "top.yaml");

    assertThat(result.code()).isEqualTo(ExitCode.FAILED);
    assertThat(result.err()).contains("none of Django's tables").contains("make dev.migrate.lms");
  }

  @Test
  void theSpecMayComeFromStandardInput() {
    CommandLab.Result result =
        lab.input("- {ida: lms, path: '" + lab.path("lms.yaml") + "'}").run("load", "-q", "-");

    assertThat(result.err()).isEqualTo(WARNING);
    assertThat(golden(result)).isEqualTo("Loaded: 13 created. (TIME)\n");
  }

  @Test
  void verboseListsEveryRow() {
    CommandLab.Result result = run("load", "--verbose", "top.yaml");

    assertThat(result.out())
        .doesNotContain("with them")
        .contains("auth_userprofile\n      + alice\n");
  }

  @Test
  void coloursAreForTerminalsUnlessAskedFor() {
    assertThat(run("plan", "top.yaml").out()).doesNotContain("\u001b");
    assertThat(run("plan", "--color", "always", "top.yaml").out()).contains("\u001b[32m+ ");
    lab.terminal(new Terminal(true, true, true, 80));
    assertThat(run("plan", "top.yaml").out()).contains("\u001b[32m+ ");
    lab.variable("NO_COLOR", "1");
    assertThat(run("plan", "top.yaml").out()).doesNotContain("\u001b");
  }

  @Test
  void warningsAreToldAndReported() throws Exception {
    lab.file("top.yaml", "[{ida: lms, path: lms.yaml}, {ida: lms, path: lms.yaml}]");
    String warning =
        "top.yaml:1:30: lms.yaml is listed twice for lms; the second time it changes nothing";

    CommandLab.Result result = run("load", "--format", "json", "top.yaml");

    assertThat(result.err()).isEqualTo(WARNING + "warning: " + warning + "\n");
    assertThat(
            new ObjectMapper()
                .readTree(result.out())
                .at("/warnings/1")
                .textValue()
                .replace(folder + "/", ""))
        .isEqualTo(warning);
  }
}
