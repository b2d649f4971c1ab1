package org.openedx.devdata.service.lms.courses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.service.lms.LmsService;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

@DatabaseTest
class CohortKindTest {

  private static final String USERS = "users: [{username: u}, {username: v}]\n";

  /** Name, type, whether the course is cohorted, and who is a member and listed. */
  private static final String COHORTS =
      "SELECT g.name, c.assignment_type, s.is_cohorted, m.username, l.username"
          + " FROM course_groups_courseusergroup g"
          + " JOIN course_groups_coursecohort c ON c.course_user_group_id = g.id"
          + " JOIN course_groups_coursecohortssettings s ON s.course_id = g.course_id"
          + " LEFT JOIN course_groups_cohortmembership cm ON cm.course_user_group_id = g.id"
          + " LEFT JOIN auth_user m ON m.id = cm.user_id"
          + " LEFT JOIN course_groups_courseusergroup_users cl ON cl.courseusergroup_id = g.id"
          + " LEFT JOIN auth_user l ON l.id = cl.user_id ORDER BY g.name";

  private TestDatabase database;
  private SpecLab lab;

  @BeforeEach
  void tables(TestDatabase fresh) throws SQLException {
    database = fresh;
    lab = new SpecLab(fresh, LmsService.lms()).withTables();
  }

  private static String cohorts(String... records) {
    StringBuilder spec = new StringBuilder(USERS).append("cohorts:\n");
    for (String record : records) {
      spec.append("- {course_id: a/b/c, ").append(record).append("}\n");
    }
    return spec.toString();
  }

  @Test
  void aUserMovesFromOneCohortOfACourseToAnother() throws SQLException {
    lab.load(cohorts("name: A, users: [u], assignment_type: random"));
    assertThat(database.rows(COHORTS)).containsExactly(List.of("A", "random", "1", "u", "u"));

    String moved = cohorts("name: B, users: [u]", "name: C, users: [v], is_cohorted: false");
    assertThat(lab.load(moved))
        .contains(
            "update course_groups_cohortmembership u, a/b/c" + " {course_user_group_id: 1 -> 2}",
            "update course_groups_courseusergroup_users a/b/c, B, u"
                + " {courseusergroup_id: 1 -> 2}");
    assertThat(lab.load(moved)).isEmpty();
    assertThat(database.rows(COHORTS).subList(1, 3))
        .containsExactly(
            List.of("B", "manual", "0", "u", "u"), List.of("C", "manual", "0", "v", "v"));
    assertThat(database.value("SELECT COUNT(*) FROM course_groups_courseusergroup_users"))
        .isEqualTo("2");
  }

  @Test
  void whatCannotBeIsRefusedWhereItStands() {
    assertThatThrownBy(() -> lab.load(cohorts("name: A, users: [u, V]", "name: B, users: [v]")))
        .hasMessage(
            "spec.yaml:4:39: user \"v\" is in the cohort \"A\" of the course already, and can be in"
                + " one; remove one");
    assertThatThrownBy(
            () -> lab.load(cohorts("name: A, is_cohorted: no", "name: B, is_cohorted: 1")))
        .hasMessage(
            "spec.yaml:4:44: is_cohorted of the course is false at spec.yaml:3:44; say it once");
    assertThatThrownBy(() -> lab.load(cohorts("name: A, users: [u, w]")))
        .hasMessageStartingWith("spec.yaml:3:42: user 'w' is neither in the specs nor in the");
    assertThatThrownBy(() -> lab.load("cohorts: [{course_id: library-v1:a+b, name: A}]"))
        .hasMessageContaining("is the key of a library");
  }
}
