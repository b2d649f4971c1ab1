package org.openedx.devdata.service.lms;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

@DatabaseTest
class LmsLoadTest {

  /** The form of the example in OEP-37. */
  private static final String OEP37 =
      """
      users:
        - username: devdata_audit
          email: audit@example.com
        - username: devdata_verified
          email: verified@example.com
      enrollments:
        - username: devdata_audit
          course_id: course-v1:edX+DemoX+Demo_Course
          mode: verified
        - username: devdata_verified
          course_id: course-v1:edX+DemoX+Demo_Course
          mode: verified
      """;

  private TestDatabase database;
  private SpecLab lab;

  @BeforeEach
  void tables(TestDatabase fresh) throws SQLException {
    database = fresh;
    lab = new SpecLab(fresh, LmsService.lms()).withTables();
  }

  private long count(String fromWhere) throws SQLException {
    return Long.parseLong(database.value("SELECT COUNT(*) FROM " + fromWhere));
  }

  @Test
  void theExampleOfTheProposalGivesExactlyItsRows() throws SQLException {
    lab.load(OEP37);

    assertThat(count("auth_user")).isEqualTo(2);
    assertThat(count("auth_userprofile")).isEqualTo(2);
    assertThat(count("course_overviews_courseoverview")).isEqualTo(1);
    assertThat(count("student_courseenrollment WHERE is_active = 1 AND mode = 'verified'"))
        .isEqualTo(2);
    assertThat(
            count(
                "verify_student_softwaresecurephotoverification"
                    + " WHERE status = 'approved' AND expiration_date > created_at"))
        .isEqualTo(2);
    assertThat(count("student_courseenrollment_history WHERE history_type = '+'")).isEqualTo(2);
    assertThat(count("schedules_schedule")).isEqualTo(2);
  }

  @Test
  void aSecondLoadChangesNothing() throws SQLException {
    lab.load(OEP37);
    List<List<List<String>>> before = dump();

    assertThat(lab.loadAt(SpecLab.NOW.plusSeconds(86_400), OEP37)).isEmpty();
    assertThat(dump()).isEqualTo(before);
  }

  @Test
  void changedFieldsUpdateTheirRowsInPlace() throws SQLException {
    lab.load(OEP37);
    String ids = "SELECT id, user_id FROM student_courseenrollment ORDER BY id";
    List<List<String>> before = database.rows(ids);

    List<String> changes =
        lab.load(
            OEP37
                .replace("audit@example.com", "other@example.com")
                .replaceFirst("mode: verified", "mode: honor"));

    assertThat(changes)
        .containsExactlyInAnyOrder(
            "update auth_user devdata_audit {email: audit@example.com -> other@example.com}",
            "create course_modes_coursemode course-v1:edX+DemoX+Demo_Course, honor, usd",
            "update student_courseenrollment devdata_audit, course-v1:edX+DemoX+Demo_Course"
                + " {mode: verified -> honor}");
    assertThat(database.rows(ids)).isEqualTo(before);
    assertThat(count("student_courseenrollment_history WHERE history_type = '~'")).isEqualTo(1);
  }

  @Test
  void resetBringsTheTablesBackToWhatTheyWere() throws SQLException {
    lab.load("users: [{username: somebody_else, groups: [staff]}]");
    List<List<List<String>>> before = dump();
    lab.load(OEP37);

    lab.reset(OEP37);

    assertThat(dump()).isEqualTo(before);
  }

  @Test
  void resetRemovesWhatAnEarlierModeHasBrought() throws SQLException {
    lab.load(OEP37);
    String other = OEP37.replace("mode: verified", "mode: honor");
    lab.load(other);

    lab.reset(other);

    assertThat(count("verify_student_softwaresecurephotoverification")).isZero();
    assertThat(count("auth_user")).isZero();
  }

  @Test
  void aSecondResetFindsNothingToRemove() {
    lab.load(OEP37);
    lab.reset(OEP37);

    assertThat(lab.reset(OEP37)).isEmpty();
  }

  @Test
  void aResetDoesNotMindWhatStandsInTheWayOfALoad() {
    lab.load("users: [{username: somebody_else, email: audit@example.com}]");

    assertThat(lab.reset(OEP37)).isEmpty();
  }

  @Test
  void aPlanWritesNothingAndTellsWhatALoadDoes() throws SQLException {
    List<List<List<String>>> before = dump();

    List<String> planned = lab.plan(OEP37);

    assertThat(dump()).isEqualTo(before);
    assertThat(lab.load(OEP37)).isEqualTo(planned);
  }

  private List<List<List<String>>> dump() throws SQLException {
    List<List<List<String>>> tables = new java.util.ArrayList<>();
    for (var table : LmsService.lms().tables().all()) {
      tables.add(
          database.rows(
              "SELECT * FROM " + table + " ORDER BY `" + table.primaryKey().name() + "`"));
    }
    return tables;
  }
}
