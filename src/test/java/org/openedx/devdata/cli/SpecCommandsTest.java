package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.cli.console.Terminal;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.testing.DatabaseTest;

/** The commands that run a top-level spec, each against a database of its own. */
@DatabaseTest
class SpecCommandsTest extends SpecCommands {

  /** Of the name in the spec that takes two columns a letter. */
  private static final String WARNING =
      "warning: lms.yaml:4:15: username \"田中\" needs the LMS's setting ENABLE_UNICODE_USERNAME;"
          + " choose one of ASCII letters where it is off\n";

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
