package org.openedx.devdata.service.lms;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.Sql;
import org.openedx.devdata.testing.TestDatabase;

/** The specs of learner state and a database with both history tables, as on the platform. */
abstract class StateLoads {

  static final String BLOCK = "block-v1:edX+DemoX+2026+type@problem+block@p1";
  static final String EXTENDED = "coursewarehistoryextended_studentmodulehistoryextended";
  static final String ORIGINAL = "courseware_studentmodulehistory";

  static final String ATTEMPTS =
      """
      users: [{username: ada}, {username: ben}]
      problem_attempts:
        - username: ada
          block: %1$s
          max_grade: 2
          seed: 7
          viewed: 2026-01-05T09:58:00Z
          attempts:
            - {at: 2026-01-05T10:00:00Z, answers: {2_1: choice_0, 3_1: [choice_1]}, correct: {2_1: true, 3_1: false}}
            - {at: 2026-01-05T10:05:00Z, answers: {2_1: choice_0, 3_1: [choice_2]}, correct: true}
        - {username: ben, block: %1$s, attempts: [{}, {}]}
      """
          .formatted(BLOCK);

  static TestDatabase database;
  static SpecLab lab;
  static Connection connection;

  @BeforeAll
  static void tables(TestDatabase fresh) throws SQLException {
    database = fresh;
    lab = new SpecLab(fresh, LmsService.lms()).withTables();
    connection = fresh.connect();
  }

  @AfterAll
  static void close() throws SQLException {
    connection.close();
  }

  @BeforeEach
  void empty() throws SQLException {
    Sql.run(
        connection,
        List.of(
            "DELETE FROM " + EXTENDED,
            "DELETE FROM " + ORIGINAL,
            "DELETE FROM courseware_studentmodule",
            "DELETE FROM auth_userprofile",
            "DELETE FROM auth_registration",
            "DELETE FROM auth_user"));
  }

  static List<List<String>> rows(String query) throws SQLException {
    return Sql.rows(connection, query);
  }

  static List<List<String>> module(String username) throws SQLException {
    return rows(
        "SELECT m.id, module_type, module_id, course_id, state, grade, max_grade, done, created,"
            + " modified FROM courseware_studentmodule m JOIN auth_user u ON u.id = student_id"
            + " WHERE username = '%s' ORDER BY m.id".formatted(username));
  }

  static List<List<String>> versions(String table, String username) throws SQLException {
    return rows(
        ("SELECT h.state, h.grade, h.max_grade, h.created, h.version FROM %s h JOIN"
                + " courseware_studentmodule m ON m.id = student_module_id JOIN auth_user u ON u.id ="
                + " student_id WHERE username = '%s' ORDER BY h.id")
            .formatted(table, username));
  }

  static final String MODULES =
      """
      student_modules:
        - username: ada
          block: block-v1:edX+DemoX+2026+type@problem+block@p2
          state: {big: 9007199254740993, float: 1.0, whole: 1, nothing: null, nested: [[1.50, []], {}], face: "\\U0001F393"}
          grade: 0.5
          max_grade: 1
          modified: 2026-01-06T10:00:00Z
          versions:
            - {state: null, created: 2026-01-06T09:58:00Z}
            - {state: {big: 1}, created: 2026-01-06T09:59:00Z}
        - {username: ada, block: block-v1:edX+DemoX+2026+type@html+block@h1, state: {seen: true}}
        - {username: ben, block: "i4x://edX/DemoX/problem/old", course_id: edX/DemoX/2012, state: {a: 1}}
        - {username: ben, block: "lb:edX:tools:problem:lp1", state: {}}
        - {username: ben, block: block-v1:edX+DemoX+2026+type@problem+block@p3, grade: 1, max_grade: 1}
      video_positions:
        - {username: ada, block: block-v1:edX+DemoX+2026+type@video+block@v1, position: "00:01:30"}
        - {username: ben, block: block-v1:edX+DemoX+2026+type@video+block@v1, position: 3725}
      positions:
        - {username: ada, course_id: course-v1:edX+DemoX+2026, position: 2}
        - {username: ada, block: block-v1:edX+DemoX+2026+type@sequential+block@s1, position: 3}
      """;

  static final String USERS = "users: [{username: ada}, {username: ben}]\n";
}
