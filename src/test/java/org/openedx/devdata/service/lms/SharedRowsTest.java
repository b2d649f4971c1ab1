package org.openedx.devdata.service.lms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.jdbc.Table;
import org.openedx.devdata.plan.RowProblem;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/** Rows that records of several specs need: a reset of one takes nothing from another. */
@DatabaseTest
class SharedRowsTest {

  private static final LmsService LMS = LmsService.lms();

  /** A record of each kind, all of one user in one course. */
  private static final Map<String, String> EXAMPLES = examples();

  /** Kinds whose records are what others need: their own reset waits until nothing names them. */
  private static final Set<String> DECLARING =
      Set.of("groups", "users", "courses", "course_modes", "verifications");

  private TestDatabase database;
  private SpecLab lab;

  private static Map<String, String> examples() {
    String user = "username: u";
    String course = "course_id: course-v1:A+B+C";
    String block = user + ", block: 'block-v1:A+B+C+type@";
    Map<String, String> examples = new LinkedHashMap<>();
    examples.put("groups", "name: testers");
    examples.put("users", user + ", groups: [testers]");
    examples.put("courses", course);
    examples.put("course_modes", course + ", mode: verified, min_price: 5");
    examples.put("roles", user + ", role: staff, " + course);
    examples.put("verifications", user);
    examples.put("enrollments", user + ", mode: verified, " + course);
    examples.put("student_modules", block + "html+block@h', state: {seen: true}");
    examples.put("problem_attempts", block + "problem+block@p', attempts: []");
    examples.put("video_positions", block + "video+block@v', position: 7");
    examples.put("positions", user + ", position: 2, " + course);
    return examples;
  }

  private static String spec(String kind) {
    return "create_missing: true\n" + kind + ": [{" + EXAMPLES.get(kind) + "}]\n";
  }

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
  void everyKindHasAnExample() {
    assertThat(EXAMPLES.keySet())
        .containsExactlyElementsOf(LMS.descriptor().kinds().stream().map(Kind::name).toList());
  }

  @Test
  void everyKindIsResetToNothing() throws SQLException {
    for (String kind : EXAMPLES.keySet()) {
      lab.load(spec(kind));
      assertThat(lab.plan(spec(kind))).as(kind).isEmpty();
      lab.reset(spec(kind));
      assertThat(left()).as(kind).isEmpty();
    }
  }

  @Test
  void everyPairOfKindsIsResetInBothOrders() throws SQLException {
    for (String one : EXAMPLES.keySet()) {
      for (String other : EXAMPLES.keySet()) {
        // A group has to do with its users only.
        boolean related =
            List.of(one, other).contains("users")
                || !one.equals("groups") && !other.equals("groups");
        if (!one.equals(other) && related) {
          resetInTurn(one, other);
        }
      }
    }
  }

  private void resetInTurn(String first, String second) throws SQLException {
    String pair = first + " before " + second;
    lab.load(spec(first));
    lab.load(spec(second));
    assertThat(lab.plan(spec(first))).as(pair).isEmpty();
    try {
      lab.reset(spec(first));
      // Without a ledger, what one spec declares looks as the other one would have made it.
      if (!DECLARING.contains(first) && !DECLARING.contains(second)) {
        assertThat(lab.plan(spec(second))).as(pair).isEmpty();
      }
      lab.reset(spec(second));
    } catch (RowProblem refused) {
      assertThat(refused)
          .as(pair)
          .hasMessageMatching(
              "(?s)spec.yaml:2:\\d+: (auth|course)_\\w+ '(u|testers|course-v1:A\\+B\\+C.*)' cannot be"
                  + " removed while others refer to it: .* \\('(u|course-v1:A\\+B\\+C)(, .*)?'\\).*;"
                  + " reset the specs that made them first, or remove them by hand");
      assertThat(DECLARING).as(pair).contains(first);
      lab.reset(spec(second));
      lab.reset(spec(first));
    }
    assertThat(left()).as(pair).isEmpty();
  }

  @Test
  void anImpliedUserStaysWithItsProfileWhileATableThatNobodyDescribedNeedsIt() throws SQLException {
    database.run(
        "CREATE TABLE student_anonymoususerid (id int AUTO_INCREMENT PRIMARY KEY,"
            + " user_id int NOT NULL, FOREIGN KEY (user_id) REFERENCES auth_user (id))");
    lab.load(spec("roles"));
    database.run("INSERT INTO student_anonymoususerid (user_id) SELECT id FROM auth_user");

    assertThat(lab.reset(spec("roles")))
        .containsExactly("delete student_courseaccessrole u, A, course-v1:A+B+C, staff");
    assertThat(left()).containsExactlyInAnyOrder("auth_user", "auth_userprofile");
  }

  @Test
  void aDeclaredUserWhomOthersNeedIsNamedWithAllThatIsInTheWay() throws SQLException {
    database.run(
        "CREATE TABLE student_anonymoususerid (id int AUTO_INCREMENT PRIMARY KEY,"
            + " user_id int NOT NULL, FOREIGN KEY (user_id) REFERENCES auth_user (id))");
    String users = "users:\n- {username: u}\n- {username: v}\n- {username: w}\n";
    lab.load(users);
    lab.load(spec("enrollments"));
    lab.load("enrollments: [{username: w, course_id: a/b/c}]");
    database.run(
        "INSERT INTO student_anonymoususerid (user_id)"
            + " SELECT id FROM auth_user WHERE username = 'u'");

    String receipt =
        database.value("SELECT receipt_id FROM verify_student_softwaresecurephotoverification");

    assertThatThrownBy(() -> lab.reset(users))
        .isInstanceOf(RowProblem.class)
        .hasMessage(
            "spec.yaml:2:3: auth_user 'u' cannot be removed while others refer to it:"
                + " student_anonymoususerid (1 row), student_courseenrollment ('u,"
                + " course-v1:A+B+C'), verify_student_softwaresecurephotoverification ('u,"
                + " %s'); reset the specs that made them first, or remove them by hand\n"
                + "spec.yaml:4:3: auth_user 'w' cannot be removed while others refer to it:"
                + " student_courseenrollment ('w, a/b/c'); reset the specs that made them first, or"
                + " remove them by hand",
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
                + " made them first, or remove them by hand");
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
