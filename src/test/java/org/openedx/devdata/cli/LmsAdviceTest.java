package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.service.lms.LmsService;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/** What a load into a newer LMS leaves out, and is warned of. */
@DatabaseTest
class LmsAdviceTest {

  private static final String FLAG = "'authz.enable_course_authoring'";
  private static final String ONLY_OLD = "is only in student_courseaccessrole";

  private static TestDatabase database;

  @TempDir private Path folder;
  private CommandLab lab;

  @BeforeAll
  static void tables(TestDatabase fresh) throws SQLException {
    database = fresh;
    new SpecLab(fresh, LmsService.lms()).withTables();
  }

  @BeforeEach
  void newer() throws SQLException {
    database.run(
        "CREATE TABLE casbin_rule (id int PRIMARY KEY AUTO_INCREMENT, ptype varchar(255), v0"
            + " varchar(255), v1 varchar(255), v2 varchar(255), v3 varchar(255))",
        "CREATE TABLE waffle_flag (name varchar(100), everyone tinyint(1))",
        "CREATE TABLE waffle_utils_waffleflagcourseoverridemodel (id int PRIMARY KEY"
            + " AUTO_INCREMENT, waffle_flag varchar(255), course_id varchar(255), override_choice"
            + " varchar(3), enabled tinyint(1))",
        "CREATE TABLE waffle_utils_waffleflagorgoverridemodel (id int PRIMARY KEY AUTO_INCREMENT,"
            + " waffle_flag varchar(255), org varchar(255), override_choice varchar(3), enabled"
            + " tinyint(1))",
        "CREATE TABLE openedx_catalog_courserun (id int PRIMARY KEY AUTO_INCREMENT, course_key"
            + " varchar(255))");
    lab =
        new CommandLab(folder)
            .database("lms", database)
            .file("top.yaml", "- {ida: lms, path: lms.yaml}\n");
  }

  @AfterEach
  void older() throws SQLException {
    database.run(
        "DROP TABLE casbin_rule, waffle_flag, waffle_utils_waffleflagcourseoverridemodel,"
            + " waffle_utils_waffleflagorgoverridemodel, openedx_catalog_courserun");
  }

  private String warningsOf(String spec) {
    CommandLab.Result result =
        lab.file("lms.yaml", spec).run("plan", "--format", "json", lab.path("top.yaml"));
    assertThat(result.code()).isZero();
    assertThat(result.err().contains("warning: "))
        .isEqualTo(!result.out().replaceAll("\\s", "").contains("\"warnings\":[]"));
    return result.err();
  }

  private static final String ROLES =
      """
      users: [{username: ada}]
      roles:
        - {username: ada, role: staff, course_id: course-v1:X+C+1}
        - {username: ada, role: finance_admin, course_id: course-v1:X+C+1}
        - {username: ada, role: instructor, org: Y}
      """;

  @Test
  void rolesOfCoursesAreNotWarnedOfWhileTheFlagIsOff() {
    assertThat(warningsOf(ROLES)).doesNotContain("warning");
  }

  @Test
  void rolesThatStudioDoesNotHeedAreNamed() throws SQLException {
    database.run(
        "INSERT INTO waffle_utils_waffleflagcourseoverridemodel (waffle_flag, course_id,"
            + " override_choice, enabled) VALUES ("
            + FLAG
            + ", 'course-v1:X+C+1', 'on', 1)");

    assertThat(warningsOf(ROLES))
        .contains("lms.yaml:3:27: role \"staff\" of user \"ada\" " + ONLY_OLD)
        .contains("authz_migrate_course_authoring --course-id-list course-v1:X+C+1")
        .contains("run manage.py lms load_policies")
        .doesNotContain("finance_admin")
        .doesNotContain("instructor");
  }

  @Test
  void theFlagOfACourseBeatsThatOfItsOrganisationAndThatOfAll() throws SQLException {
    database.run(
        "INSERT INTO waffle_flag VALUES (" + FLAG + ", 1)",
        "INSERT INTO casbin_rule (ptype, v0) VALUES ('p', 'role^course_staff')");
    assertThat(warningsOf(ROLES)).contains("--org-id Y").contains("--course-id-list");
    database.run(
        "INSERT INTO waffle_utils_waffleflagorgoverridemodel (waffle_flag, org, override_choice,"
            + " enabled) VALUES ("
            + FLAG
            + ", 'X', 'off', 1), ("
            + FLAG
            + ", 'Y', 'off', 1), ("
            + FLAG
            + ", 'Y', 'off', 0)");
    assertThat(warningsOf(ROLES)).contains("--org-id Y").doesNotContain("--course-id-list");
  }

  @Test
  void rolesThatAuthzHasAreNotNamed() throws SQLException {
    database.run(
        "INSERT INTO waffle_flag VALUES (" + FLAG + ", 1)",
        "INSERT INTO casbin_rule (ptype, v0, v1, v2) VALUES ('p', 'role^course_staff', '', ''),"
            + " ('g', 'user^ada', 'role^course_staff', 'course-v1^course-v1:X+*'),"
            + " ('g', 'user^ada', 'role^course_admin', 'course-v1^course-v1:*')");

    assertThat(warningsOf(ROLES)).doesNotContain("warning");
  }

  @Test
  void aCourseWhoseMembersAreInAuthzIsNamedWhateverTheFlag() throws SQLException {
    database.run(
        "INSERT INTO casbin_rule (ptype, v0, v1, v2) VALUES ('g', 'user^ben',"
            + " 'role^course_staff', 'course-v1^course-v1:X+C+1')");

    assertThat(warningsOf(ROLES)).contains("AuthZ has other members there");
  }

  @Test
  void coursesThatTheCatalogueLacksAreNamedOnce() throws SQLException {
    database.run("INSERT INTO openedx_catalog_courserun (course_key) VALUES ('course-v1:x+c+1')");
    String spec =
        """
        users: [{username: ada}, {username: ben}]
        courses: [{course_id: course-v1:X+C+1}]
        enrollments:
          - {username: ada, course_id: course-v1:X+C+2}
          - {username: ben, course_id: course-v1:X+C+2}
        """;

    assertThat(warningsOf(spec))
        .containsOnlyOnce("warning")
        .contains(": course \"course-v1:X+C+2\" is not in openedx_catalog_courserun");
  }

  @Test
  void ofVeryManyWarningsSomeAreShown() {
    StringBuilder spec = new StringBuilder("courses:\n");
    for (int i = 0; i < 100; i++) {
      spec.append("- {course_id: course-v1:X+C+").append(i).append("}\n");
    }

    assertThat(warningsOf(spec.toString()).lines().filter(line -> line.contains("warning")))
        .hasSize(21)
        .last()
        .asString()
        .contains("80 more warnings (--format json shows all)");
  }
}
