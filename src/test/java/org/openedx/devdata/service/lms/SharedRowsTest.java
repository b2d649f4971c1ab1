package org.openedx.devdata.service.lms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.plan.row.RowProblem;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/** Rows that records of several specs need: a reset of one takes nothing from another. */
@DatabaseTest
class SharedRowsTest {

  private static final LmsService LMS = LmsService.lms();

  private TestDatabase database;
  private SpecLab lab;

  private static final String ROLES =
      "create_missing: true\nroles: [{username: u, role: staff, course_id: course-v1:A+B+C}]\n";

  private static final String ENROLLMENTS =
      "create_missing: true\n"
          + "enrollments: [{username: u, mode: verified, course_id: course-v1:A+B+C}]\n";

  @BeforeEach
  void tables(TestDatabase fresh) throws SQLException {
    database = fresh;
    lab = new SpecLab(fresh, LMS).withTables();
  }

  /** Tables that have rows. */
  private List<String> left() throws SQLException {
    List<String> left = new ArrayList<>();
    for (Table table : LMS.tables().all()) {
      if (!database.value("SELECT COUNT(*) FROM " + table).equals("0")) {
        left.add(table.name());
      }
    }
    return left;
  }

  @Test
  void anImpliedUserStaysWithItsProfileWhileATableThatNobodyDescribedNeedsIt() throws SQLException {
    database.run(
        "CREATE TABLE student_anonymoususerid (id int AUTO_INCREMENT PRIMARY KEY,"
            + " user_id int NOT NULL, FOREIGN KEY (user_id) REFERENCES auth_user (id))");
    lab.load(ROLES);
    database.run("INSERT INTO student_anonymoususerid (user_id) SELECT id FROM auth_user");

    assertThat(lab.reset(ROLES))
        .containsExactly("delete student_courseaccessrole u, A, course-v1:A+B+C, staff");
    assertThat(left()).containsExactlyInAnyOrder("auth_user", "auth_userprofile");
  }

  @Test
  void aDeclaredUserWhomOthersNeedIsNamedWithAllThatIsInTheWay() throws SQLException {
    database.run(
        "CREATE TABLE plugin_badge (id int AUTO_INCREMENT PRIMARY KEY,"
            + " user_id int NOT NULL, FOREIGN KEY (user_id) REFERENCES auth_user (id))");
    String users = "users:\n- {username: u}\n- {username: v}\n- {username: w}\n";
    lab.load(users);
    lab.load(ENROLLMENTS);
    lab.load("enrollments: [{username: w, course_id: a/b/c}]");
    database.run(
        "INSERT INTO plugin_badge (user_id)" + " SELECT id FROM auth_user WHERE username = 'u'");

    String receipt =
        database.value("SELECT receipt_id FROM verify_student_softwaresecurephotoverification");

    assertThatThrownBy(() -> lab.reset(users))
        .isInstanceOf(RowProblem.class)
        .hasMessage(
            "spec.yaml:2:3: auth_user 'u' cannot be removed while others refer to it:"
                + " plugin_badge (1 row), student_courseenrollment ('u,"
                + " course-v1:A+B+C'), verify_student_softwaresecurephotoverification ('u,"
                + " %s'); reset the specs that made them first, or remove them by hand (reset --cascade takes them, too)\n"
                + "spec.yaml:4:3: auth_user 'w' cannot be removed while others refer to it:"
                + " student_courseenrollment ('w, a/b/c'); reset the specs that made them first, or"
                + " remove them by hand (reset --cascade takes them, too)",
            receipt);
    assertThat(database.value("SELECT COUNT(*) FROM auth_user")).isEqualTo("3");
  }

  /** No foreign key holds them, and what names them would name nothing. */
  @Test
  void aDeclaredCourseAndModeThatOthersNameAreNotRemoved() throws SQLException {
    String declared =
        "courses: [{course_id: a/b/c}, {course_id: d/e/f}]\n"
            + "course_modes: [{course_id: a/b/c, mode: honor}]\n";
    String enrolled =
        "users: [{username: u}, {username: v}]\nenrollments:\n"
            + "- {username: u, course_id: a/b/c, mode: honor}\n"
            + "- {username: v, course_id: d/e/f, mode: audit}\n";
    lab.load(declared);
    lab.load(enrolled);

    assertThatThrownBy(() -> lab.reset(declared))
        .isInstanceOf(RowProblem.class)
        .hasMessage(
            "spec.yaml:2:16: course_modes_coursemode 'a/b/c, honor, usd' cannot be removed while"
                + " others refer to it: student_courseenrollment ('u, a/b/c'); reset the specs that"
                + " made them first, or remove them by hand (reset --cascade takes them, too)");
    assertThatThrownBy(() -> lab.reset(declared.substring(0, declared.indexOf('\n'))))
        .hasMessageMatching(
            "(?s)spec.yaml:1:11: .*'a/b/c' .*student_courseenrollment \\('u, a/b/c'\\).*\n"
                + "spec.yaml:1:31: .*'d/e/f' .*student_courseenrollment \\('v, d/e/f'\\).*");
    assertThat(lab.plan(enrolled)).isEmpty();

    // Of another currency's mode the enrolment says nothing as long as there is one.
    String other = "course_modes: [{course_id: a/b/c, mode: honor, currency: eur}]";
    lab.load(other);
    assertThat(lab.reset(other)).isNotEmpty();
    lab.reset(enrolled);
    lab.reset(declared);
    assertThat(left()).isEmpty();
  }

  @Test
  void aModeThatAnotherSpecNeedsStays() throws SQLException {
    String one =
        "users: [{username: a}]\nenrollments: [{username: a, course_id: a/b/c, mode: honor}]";
    String other =
        "users: [{username: b}]\nenrollments: [{username: b, course_id: a/b/c, mode: honor}]";
    lab.load(one);
    lab.load(other);

    lab.reset(one);

    assertThat(lab.plan(other)).isEmpty();
    assertThat(database.value("SELECT COUNT(*) FROM course_modes_coursemode")).isEqualTo("1");
    lab.reset(other);
    assertThat(left()).isEmpty();
  }
}
