package org.openedx.devdata.service.lms.courses;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.testing.LmsKindTest;

class CohortKindTest extends LmsKindTest {

  /** Name, type, whether the course is cohorted, and who is a member and listed. */
  private static final String COHORTS =
      "SELECT g.name, c.assignment_type, s.is_cohorted, m.user_id, l.user_id"
          + " FROM course_groups_courseusergroup g"
          + " JOIN course_groups_coursecohort c ON c.course_user_group_id = g.id"
          + " JOIN course_groups_coursecohortssettings s ON s.course_id = g.course_id"
          + " LEFT JOIN course_groups_cohortmembership m ON m.course_user_group_id = g.id"
          + " LEFT JOIN course_groups_courseusergroup_users l ON l.courseusergroup_id = g.id"
          + " ORDER BY g.name";

  private static String cohorts(String... records) {
    return "users: [{username: u}, {username: v}]\ncohorts:\n- {course_id: a/b/c, "
        + String.join("}\n- {course_id: a/b/c, ", records)
        + "}\n";
  }

  @Test
  void aUserMovesFromOneCohortOfACourseToAnother() throws SQLException {
    loadTwice(cohorts("name: A, users: [u], assignment_type: random"));
    loadTwice(cohorts("name: B, users: [u]", "name: C, users: [v], is_cohorted: false"));

    assertThat(database.rows(COHORTS))
        .filteredOn(row -> !row.get(0).equals("A"))
        .containsExactly(
            List.of("B", "manual", "0", "1", "1"), List.of("C", "manual", "0", "2", "2"));
    assertThat(rows("course_groups_courseusergroup_users")).isEqualTo(2);
  }

  @Test
  void impossibleCohortsAreRefusedWhereTheyStand() {
    refused(
        cohorts("name: A, users: [u, V]", "name: B, users: [v]"), "4:39: users \"v\" is already");
    refused(cohorts("name: A, is_cohorted: no", "name: B, is_cohorted: 1"), "4:44: is_cohorted of");
    refused(cohorts("name: A, users: [u, w]"), "3:42: user 'w' is neither in the specs nor in the");
  }
}
