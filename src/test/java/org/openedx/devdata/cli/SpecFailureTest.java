package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.testing.DatabaseTest;

/** Top-level specs that are broken, or whose entries a database refuses. */
@DatabaseTest
class SpecFailureTest extends SpecCommands {

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
}
