package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.service.lms.LmsService;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/** {@code devdata export} as people run it. */
@DatabaseTest
class ExportCommandTest {

  @TempDir private Path folder;
  private CommandLab lab;

  @BeforeEach
  void site(TestDatabase fresh) throws Exception {
    new SpecLab(fresh, LmsService.lms())
        .withTables()
        .load(
            """
            users: [{username: alice}, {username: bob, is_staff: true}, {username: test_1}]
            enrollments:
            - {username: bob, course_id: course-v1:A+B+1, mode: verified}
            - {username: alice, course_id: course-v1:A+B+2}
            cohorts:
            - {course_id: course-v1:A+B+1, name: one, users: [bob, test_1]}
            """);
    fresh.run(
        "INSERT INTO auth_user (username, email, password, first_name, last_name, is_superuser,"
            + " is_staff, is_active, date_joined) VALUES ('retired__user_1', 'r@x', '!', '', '',"
            + " 0, 0, 1, NOW())",
        "CREATE TABLE social_auth_usersocialauth (id INT)",
        "INSERT INTO social_auth_usersocialauth VALUES (1), (2)");
    lab = new CommandLab(folder).database("lms", fresh);
  }

  private String lms() throws Exception {
    return Files.readString(folder.resolve("site/lms.yaml"));
  }

  @Test
  void whatIsExportedCanBeLoadedAndWhatIsNotIsListed() throws Exception {
    CommandLab.Result result = lab.run("export", "-o", lab.path("site"), "--seed", "42");

    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(result.out())
        .contains("lms: lms.yaml")
        .contains("auth_user: username \"retired__user_1\" looks like a retired account")
        .contains("social_auth_usersocialauth")
        .contains("schedules_schedule.created is the time of the load");
    assertThat(lab.run("verify", lab.path("site/top.yaml")).code()).isEqualTo(ExitCode.DONE);
    assertThat(lab.run("export", "-o", lab.path("site")).err()).contains("add --overwrite");
    assertThat(lab.run("export", "--overwrite", "-o", lab.path("site")).code())
        .isEqualTo(ExitCode.DONE);
  }

  @Test
  void usersCoursesAndKindsAreChosen() throws Exception {
    lab.run("export", "-o", lab.path("site"), "--users", "b*");
    assertThat(lms()).contains("username: bob", "users: [bob]").doesNotContain("alice", "test_1");

    lab.run("export", "--overwrite", "-o", lab.path("site"), "--course", "course-v1:A+B+1");
    assertThat(lms()).contains("bob", "test_1", "A+B+1").doesNotContain("alice", "A+B+2");

    lab.run("export", "--overwrite", "-o", lab.path("site"), "--kinds", "enrolments", "--no-times");
    assertThat(lms()).contains("enrollments:").doesNotContain("users:", "courses:", "modified");
    assertThat(lab.run("export", "-o", "x", "--kinds", "user").err()).contains("did you mean");
  }

  @Test
  void hashesAndSecretsAreLeftOutWhereTheyShallNot() throws Exception {
    lab.run("export", "-o", lab.path("site"), "--no-passwords");
    assertThat(lms()).doesNotContain("password", "pbkdf2");
  }

  @Test
  void servicesWhoseRowsAreNoRecordsAreRefused() {
    assertThat(lab.run("export", "--only", "content", "-o", "x").err())
        .contains("devdata content dump");
    assertThat(lab.run("export", "--only", "aspects", "-o", "x").err()).contains("seed");
  }
}
