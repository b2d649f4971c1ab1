package org.openedx.devdata.service.lms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openedx.devdata.plan.row.RowProblem;
import org.openedx.devdata.spec.SpecException;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/** Names that the database takes for the same and the platform does not. */
@DatabaseTest
class SpellingTest {

  private static final String DECLARED = "course-v1:Ci+C+1";
  private static final String OTHER = "course-v1:ci+c+1";

  private TestDatabase database;
  private SpecLab lab;

  @BeforeEach
  void tables(TestDatabase fresh) throws SQLException {
    database = fresh;
    lab = new SpecLab(fresh, LmsService.lms()).withTables();
  }

  private void refused(String spec, String message) {
    assertThatThrownBy(() -> lab.plan(spec))
        .as(spec)
        .isInstanceOf(SpecException.class)
        .hasMessageContaining(message);
    assertThatThrownBy(() -> lab.load(spec))
        .as(spec)
        .isInstanceOf(SpecException.class)
        .hasMessageContaining(message);
  }

  /** Every field that names a course. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "course_modes: [{course_id: KEY, mode: honor}]",
        "enrollments: [{username: u, course_id: KEY}]",
        "roles: [{username: u, role: staff, course_id: KEY}]",
        "student_modules: [{username: u, block: 'BLOCK'}]",
        "student_modules: [{username: u, block: 'i4x://CI/C/problem/p', course_id: ci/c/1}]",
        "problem_attempts: [{username: u, block: 'BLOCK'}]",
        "video_positions: [{username: u, block: 'VIDEO', position: 7}]",
        "positions: [{username: u, course_id: KEY, position: 1}]",
      })
  void aCourseIsSpelledAsItIsDeclaredOrStored(String record) throws SQLException {
    String use =
        record
            .replace("KEY", "'" + OTHER + "'")
            .replace("VIDEO", OTHER.replace("course", "block") + "+type@video+block@v")
            .replace("BLOCK", OTHER.replace("course", "block") + "+type@problem+block@p");
    String key = record.contains("i4x") ? "Ci/C/1" : DECLARED;
    String users = "users: [{username: u}]\n";
    String declared = "courses: [{course_id: '" + key + "'}]\n";

    if (!record.contains("i4x")) {
      refused(users + declared + use, "is spelled \"" + key + "\" at spec.yaml:2:");
      lab.load(users + declared);
      refused(use, "is spelled \"" + key + "\" in the database");
    } else {
      refused(
          users + declared + use.replace("CI/C/p", "ci/c/p"),
          "is spelled \"" + key + "\" at spec.yaml:2:");
    }
    assertThat(database.value("SELECT COUNT(*) FROM student_courseenrollment")).isEqualTo("0");
    assertThat(database.value("SELECT COUNT(*) FROM courseware_studentmodule")).isEqualTo("0");
  }

  @Test
  void aStoredKeyIsNotRewritten() throws SQLException {
    lab.load("courses: [{course_id: '" + DECLARED + "'}]");

    refused(
        "courses: [{course_id: '" + OTHER + "'}]",
        "spec.yaml:1:23: course run \""
            + OTHER
            + "\" is spelled \""
            + DECLARED
            + "\" in the database, which is the same to the database and not to the platform; spell it as there");
    assertThat(database.rows("SELECT id FROM course_overviews_courseoverview"))
        .containsExactly(List.of(DECLARED));
  }

  @Test
  void theFirstUseIsTheSpellingWhereNothingElseSaysIt() {
    refused(
        """
        users: [{username: u}, {username: v}]
        enrollments:
          - {username: u, course_id: course-v1:Ci+C+1}
          - {username: v, course_id: course-v1:ci+C+1}
        """,
        "spec.yaml:4:30: course run \"course-v1:ci+C+1\" is spelled \"course-v1:Ci+C+1\" at"
            + " spec.yaml:3:30");
  }

  @Test
  void entriesAreHeldAgainstEachOther() {
    assertThatThrownBy(
            () ->
                lab.planInTurn(
                    "courses: [{course_id: '" + DECLARED + "'}]",
                    "course_modes: [{course_id: '" + OTHER + "', mode: honor}]"))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("is spelled \"" + DECLARED + "\" at ");
  }

  @Test
  void aNameThatFindsARowInAnotherSpellingDoesNotRenameIt() throws SQLException {
    lab.load("users: [{username: alice, groups: [Staff]}]\ngroups: [{name: Staff}]");

    assertThatThrownBy(() -> lab.load("users: [{username: Alice}]"))
        .isInstanceOf(RowProblem.class)
        .hasMessage(
            "spec.yaml:1:9: column auth_user.username is 'alice' in this database, which it takes"
                + " for the same as 'Alice'; spell it as there");
    assertThatThrownBy(() -> lab.load("groups: [{name: staff}]")).isInstanceOf(RowProblem.class);
    assertThat(database.value("SELECT username FROM auth_user")).isEqualTo("alice");
  }

  @Test
  void aDatabaseThatComparesByCaseHasBoth() throws SQLException {
    database.run(
        "ALTER TABLE course_overviews_courseoverview"
            + " CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
    lab.load("courses: [{course_id: '" + DECLARED + "'}]");

    assertThat(lab.load("courses: [{course_id: '" + OTHER + "'}]")).hasSize(1);
  }

  @Test
  void aGroupThatIsNamedTwiceIsRefused() {
    assertThatThrownBy(() -> lab.load("users: [{username: u, groups: [A, b, a]}]"))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "spec.yaml:1:38: \"a\" of \"groups\" in users is the same to the database as \"A\""
                + " before it; remove one");
  }
}
