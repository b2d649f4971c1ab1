package org.openedx.devdata.service.lms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.plan.row.RowProblem;
import org.openedx.devdata.service.lms.userstate.json.StateJson;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.Sql;
import org.openedx.devdata.testing.TestDatabase;

/** Specs of learner state; the database has both history tables, as on the platform. */
@DatabaseTest
class StateLoadTest {

  private static final String BLOCK = "block-v1:edX+DemoX+2026+type@problem+block@p1";
  private static final String EXTENDED = "coursewarehistoryextended_studentmodulehistoryextended";
  private static final String ORIGINAL = "courseware_studentmodulehistory";

  private static final String ATTEMPTS =
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

  private static TestDatabase database;
  private static SpecLab lab;
  private static Connection connection;

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

  private static List<List<String>> rows(String query) throws SQLException {
    return Sql.rows(connection, query);
  }

  private static List<List<String>> module(String username) throws SQLException {
    return rows(
        "SELECT m.id, module_type, module_id, course_id, state, grade, max_grade, done, created,"
            + " modified FROM courseware_studentmodule m JOIN auth_user u ON u.id = student_id"
            + " WHERE username = '%s' ORDER BY m.id".formatted(username));
  }

  private static List<List<String>> versions(String table, String username) throws SQLException {
    return rows(
        ("SELECT h.state, h.grade, h.max_grade, h.created, h.version FROM %s h JOIN"
                + " courseware_studentmodule m ON m.id = student_module_id JOIN auth_user u ON u.id ="
                + " student_id WHERE username = '%s' ORDER BY h.id")
            .formatted(table, username));
  }

  @Test
  void attemptsBecomeARowThatEqualsItsLastVersion() throws SQLException {
    lab.load(ATTEMPTS);

    List<String> row = module("ada").get(0);
    assertThat(row.subList(1, 4)).containsExactly("problem", BLOCK, "course-v1:edX+DemoX+2026");
    assertThat(row.get(4))
        .isEqualTo(
            "{\"seed\": 7, \"attempts\": 2, \"student_answers\": {\"p1_2_1\": \"choice_0\","
                + " \"p1_3_1\": [\"choice_2\"]}, \"correct_map\": {\"p1_2_1\": {\"correctness\":"
                + " \"correct\", \"npoints\": null, \"msg\": \"\", \"hint\": \"\", \"hintmode\":"
                + " null, \"queuestate\": null, \"answervariable\": null}, \"p1_3_1\":"
                + " {\"correctness\": \"correct\", \"npoints\": null, \"msg\": \"\", \"hint\": \"\","
                + " \"hintmode\": null, \"queuestate\": null, \"answervariable\": null}}, \"score\":"
                + " {\"raw_earned\": 2, \"raw_possible\": 2}, \"last_submission_time\":"
                + " \"2026-01-05T10:05:00Z\", \"input_state\": {\"p1_2_1\": {}, \"p1_3_1\": {}},"
                + " \"done\": true}");
    assertThat(row.subList(5, 10))
        .containsExactly("2.0", "2.0", "na", "2026-01-05 09:58:00", "2026-01-05 10:05:00");
    List<List<String>> versions = versions(EXTENDED, "ada");
    assertThat(versions.get(2)).startsWith(row.get(4), row.get(5), row.get(6), row.get(9));
    assertThat(rows("SELECT * FROM " + ORIGINAL)).isEmpty();
  }

  @Test
  void eachVersionWithAttemptsIsOneSubmissionAsReadersOfTheHistoryExpect() throws SQLException {
    lab.load(ATTEMPTS);

    for (String user : List.of("ada", "ben")) {
      List<List<String>> versions = versions(EXTENDED, user);
      assertThat(versions).hasSize(3);
      ObjectNode first = StateJson.parse(versions.get(0).get(0));
      assertThat(first.has("attempts")).isFalse();
      assertThat(versions.get(0).subList(1, 3)).containsOnlyNulls();
      for (int attempt = 1; attempt <= 2; attempt++) {
        ObjectNode state = StateJson.parse(versions.get(attempt).get(0));
        assertThat(state.get("attempts").intValue()).isEqualTo(attempt);
        assertThat(state.get("seed")).isEqualTo(first.get("seed"));
        assertThat(state.get("correct_map").properties()).isNotEmpty();
        assertThat(state.get("student_answers").properties()).isNotEmpty();
        assertThat(Double.valueOf(versions.get(attempt).get(1)))
            .isEqualTo(state.get("score").get("raw_earned").doubleValue());
        assertThat(versions.get(attempt).get(3)).isGreaterThan(versions.get(attempt - 1).get(3));
        assertThat(versions.get(attempt).get(4)).isNull();
      }
    }
    assertThat(versions(EXTENDED, "ada").get(1).subList(1, 3)).containsExactly("1.0", "2.0");
  }

  @Test
  void aSecondLoadAddsNothingWheneverItComes() throws SQLException {
    lab.load(ATTEMPTS + MODULES);
    List<List<List<String>>> before = dump();

    assertThat(lab.loadAt(SpecLab.NOW.plusSeconds(86_400), ATTEMPTS + MODULES)).isEmpty();
    assertThat(dump()).isEqualTo(before);
  }

  private static final String MODULES =
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

  private static final String USERS = "users: [{username: ada}, {username: ben}]\n";

  private static List<List<List<String>>> dump() throws SQLException {
    List<List<List<String>>> tables = new java.util.ArrayList<>();
    for (Table table : LmsService.lms().tables().all()) {
      tables.add(rows("SELECT * FROM " + table + " ORDER BY `" + table.primaryKey().name() + "`"));
    }
    return tables;
  }

  @Test
  void statesAreWrittenAsThePlatformWritesThemAndKeptExactly() throws SQLException {
    lab.load(USERS + MODULES);

    assertThat(module("ada").get(0).get(4))
        .isEqualTo(
            "{\"big\": 9007199254740993, \"float\": 1.0, \"whole\": 1, \"nothing\": null,"
                + " \"nested\": [[1.50, []], {}], \"face\": \"\\ud83c\\udf93\"}");
  }

  @Test
  void earlierVersionsComeBeforeTheOneThatEqualsTheRow() throws SQLException {
    lab.load(USERS + MODULES);

    assertThat(versions(EXTENDED, "ada"))
        .extracting(version -> version.get(0), version -> version.get(1), version -> version.get(3))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(null, null, "2026-01-06 09:58:00"),
            org.assertj.core.groups.Tuple.tuple("{\"big\": 1}", null, "2026-01-06 09:59:00"),
            org.assertj.core.groups.Tuple.tuple(
                module("ada").get(0).get(4), "0.5", "2026-01-06 10:00:00"));
  }

  @Test
  void keysOfAllFormsFindTheirCourse() throws SQLException {
    lab.load(USERS + MODULES);

    assertThat(module("ben"))
        .extracting(row -> row.get(1) + " " + row.get(3) + " " + row.get(4))
        .containsExactly(
            "problem edX/DemoX/2012 {\"a\": 1}",
            "problem lib:edX:tools {}",
            "problem course-v1:edX+DemoX+2026 null",
            "video course-v1:edX+DemoX+2026 {\"saved_video_position\": \"01:02:05\"}");
  }

  @Test
  void onlyProblemsGetVersions() throws SQLException {
    lab.load(USERS + MODULES);

    assertThat(
            rows(
                "SELECT DISTINCT module_type FROM courseware_studentmodule m JOIN "
                    + EXTENDED
                    + " h ON h.student_module_id = m.id"))
        .containsExactly(List.of("problem"));
    assertThat(rows("SELECT COUNT(*) FROM " + EXTENDED)).containsExactly(List.of("6"));
  }

  @Test
  void aChangedStateIsOneMoreVersion() throws SQLException {
    lab.load(ATTEMPTS);
    String more =
        ATTEMPTS.replace(
            "  - {username: ben",
            "      - {at: 2026-01-06T10:05:00Z, correct: false}\n  - {username: ben");

    List<String> changes = lab.load(more);

    assertThat(changes)
        .hasSize(2)
        .anyMatch(change -> change.startsWith("create " + EXTENDED + " ada"))
        .anyMatch(change -> change.startsWith("update courseware_studentmodule ada"));
    assertThat(versions(EXTENDED, "ada")).hasSize(4);
    assertThat(lab.load(more)).isEmpty();
  }

  @Test
  void whatALearnerDidMeanwhileStaysInTheHistory() throws SQLException {
    lab.load(ATTEMPTS);
    Sql.run(
        connection,
        List.of(
            "INSERT INTO "
                + EXTENDED
                + " (created, state, student_module_id) SELECT '2026-02-01', '{\"later\": 1}', id"
                + " FROM courseware_studentmodule"));

    assertThat(lab.load(ATTEMPTS)).isEmpty();
    assertThat(versions(EXTENDED, "ada")).hasSize(4);
  }

  @Test
  void aLoadThatTakesBackWhatALearnerDidIsAVersionToo() throws SQLException {
    lab.load(ATTEMPTS);
    Sql.run(
        connection,
        List.of(
            "UPDATE courseware_studentmodule SET state = '{\"later\": 1}'",
            "INSERT INTO "
                + EXTENDED
                + " (created, state, student_module_id) SELECT '2026-02-01', state, id"
                + " FROM courseware_studentmodule"));

    lab.load(ATTEMPTS);

    List<List<String>> versions = versions(EXTENDED, "ada");
    assertThat(versions).hasSize(5);
    assertThat(versions.get(4).get(0)).isEqualTo(module("ada").get(0).get(4));
    assertThat(lab.load(ATTEMPTS)).isEmpty();
  }

  @Test
  void otherFieldsOfAVideoThatStandsWhereTheSpecSaysAreFine() throws SQLException {
    lab.load(USERS + MODULES);
    Sql.run(
        connection,
        List.of(
            "UPDATE courseware_studentmodule SET state ="
                + " '{\"speed\": 2.0, \"saved_video_position\": \"00:01:30\"}'"
                + " WHERE state LIKE '%00:01:30%'"));

    assertThat(lab.load(USERS + MODULES)).isEmpty();
  }

  private static final String VIDEO =
      USERS
          + """
          video_positions:
            - {username: ada, block: block-v1:edX+DemoX+2026+type@video+block@v1, position: "00:01:30"}
          """;

  private static void storeInVideo(String state) throws SQLException {
    Sql.run(
        connection,
        List.of(
            "INSERT INTO courseware_studentmodule (module_type, module_id, course_id, state, done,"
                + " created, modified, student_id) SELECT 'video',"
                + " 'block-v1:edX+DemoX+2026+type@video+block@v1', 'course-v1:edX+DemoX+2026', "
                + state
                + ", 'na', '2026-01-01', '2026-01-01', id FROM auth_user WHERE username = 'ada'"));
  }

  @Test
  void aPositionIsLaidOverTheFieldsThatAreThere() throws SQLException {
    lab.load(USERS);
    storeInVideo("'{\"speed\": 1.50, \"saved_video_position\": \"00:00:01\", \"n\": null}'");

    assertThat(lab.load(VIDEO))
        .containsExactly(
            "update courseware_studentmodule ada, block-v1:edX+DemoX+2026+type@video+block@v1,"
                + " course-v1:edX+DemoX+2026 {state: {\"speed\": 1.50, \"saved_video_position\":"
                + " \"00:00:01\", \"n\": null} -> {\"speed\": 1.50, \"saved_video_position\":"
                + " \"00:01:30\", \"n\": null}}");
    assertThat(module("ada").get(0).get(4))
        .isEqualTo("{\"speed\": 1.50, \"saved_video_position\": \"00:01:30\", \"n\": null}");
    assertThat(module("ada").get(0).get(9)).isEqualTo("2026-03-29 01:30:00.123456");
    assertThat(lab.load(VIDEO)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"NULL", "'{}'"})
  void aPositionOverNoStateIsTheWholeState(String none) throws SQLException {
    lab.load(USERS);
    storeInVideo(none);

    lab.load(VIDEO);

    assertThat(module("ada").get(0).get(4)).isEqualTo("{\"saved_video_position\": \"00:01:30\"}");
  }

  @Test
  void aPositionIsNotLaidOverWhatIsNoState() throws SQLException {
    lab.load(USERS);
    storeInVideo("'[1]'");

    assertThatThrownBy(() -> lab.load(VIDEO))
        .isInstanceOf(RowProblem.class)
        .hasMessage(
            "spec.yaml:3:5: the stored state of the row is not a JSON object but a list; give the"
                + " whole state under student_modules");
    assertThat(module("ada").get(0).get(4)).isEqualTo("[1]");
  }

  private static String graded(String fields) {
    return USERS + "student_modules: [{username: ada, block: %s, %s}]".formatted(BLOCK, fields);
  }

  @Test
  void aGradeAloneLeavesTheStateAndIsAVersionOfIt() throws SQLException {
    lab.load(graded("state: {a: 1}, modified: 2026-01-06T10:00:00Z"));

    List<String> changes = lab.load(graded("grade: 1, max_grade: 2"));

    assertThat(changes).hasSize(2);
    assertThat(module("ada").get(0).subList(4, 7)).containsExactly("{\"a\": 1}", "1.0", "2.0");
    assertThat(versions(EXTENDED, "ada"))
        .containsExactly(
            java.util.Arrays.asList("{\"a\": 1}", null, null, "2026-01-06 10:00:00", null),
            java.util.Arrays.asList(
                "{\"a\": 1}", "1.0", "2.0", "2026-03-29 01:30:00.123456", null));
    assertThat(lab.load(graded("grade: 1, max_grade: 2"))).isEmpty();
    assertThat(lab.load(graded("max_grade: 2"))).isEmpty();
  }

  @Test
  void aStateAloneLeavesTheGrade() throws SQLException {
    lab.load(graded("grade: 1, max_grade: 2"));

    lab.load(graded("state: {a: 1}"));

    assertThat(module("ada").get(0).subList(4, 7)).containsExactly("{\"a\": 1}", "1.0", "2.0");
    assertThat(versions(EXTENDED, "ada"))
        .extracting(version -> version.get(0) + " " + version.get(1) + "/" + version.get(2))
        .containsExactly("null 1.0/2.0", "{\"a\": 1} 1.0/2.0");
  }

  @Test
  void whatWasStoredDoesNotBecomeNullAgain() throws SQLException {
    lab.load(graded("state: {a: 1}"));

    assertThatThrownBy(() -> lab.load(graded("state: null")))
        .isInstanceOf(RowProblem.class)
        .hasMessageStartingWith("spec.yaml:2:19: the user has stored state in this block");
    assertThat(lab.load(graded("state: {}"))).hasSize(2);
    assertThat(versions(EXTENDED, "ada"))
        .extracting(version -> version.get(0))
        .containsExactly("{\"a\": 1}", "{}");
  }

  @Test
  void anUnchangedRowWithoutItsVersionGetsItAsItStands() throws SQLException {
    lab.load(graded("state: {a: 1}, grade: 1, modified: 2026-01-06T10:00:00Z"));
    Sql.run(connection, List.of("DELETE FROM " + EXTENDED));

    lab.load(graded("grade: 1"));

    assertThat(versions(EXTENDED, "ada"))
        .containsExactly(
            java.util.Arrays.asList("{\"a\": 1}", "1.0", null, "2026-01-06 10:00:00", null));
  }

  @Test
  void aNewRowWithVersionsAndNoStateHasThatOfTheLastOne() throws SQLException {
    lab.load(graded("max_grade: 3, versions: [{state: null}, {state: {a: 1}, grade: 2}]"));

    assertThat(module("ada").get(0).subList(4, 7)).containsExactly("{\"a\": 1}", "2.0", "3.0");
    assertThat(versions(EXTENDED, "ada"))
        .extracting(version -> version.get(0) + " " + version.get(1) + "/" + version.get(2))
        .containsExactly("null null/null", "{\"a\": 1} 2.0/null", "{\"a\": 1} 2.0/3.0");
  }

  @Test
  void aResetRemovesRowsWithTheirVersionsInBothTables() throws SQLException {
    lab.load(USERS);
    List<List<List<String>>> before = dump();
    lab.load(ATTEMPTS.replaceFirst("users.*\n", "") + MODULES);
    Sql.run(
        connection,
        List.of(
            "INSERT INTO "
                + ORIGINAL
                + " (created, state, student_module_id) SELECT '2026-02-01', '{}', id"
                + " FROM courseware_studentmodule"));

    lab.reset(ATTEMPTS.replaceFirst("users.*\n", "") + MODULES);

    assertThat(dump()).isEqualTo(before);
  }

  @Test
  void aPlanTellsWhatALoadDoes() throws SQLException {
    List<String> planned = lab.plan(ATTEMPTS + MODULES);

    assertThat(rows("SELECT * FROM courseware_studentmodule")).isEmpty();
    assertThat(lab.load(ATTEMPTS + MODULES)).isEqualTo(planned);
  }

  @Test
  void versionsGoToTheOriginalTableWhenTheSiteSaysSo() throws SQLException {
    lab.load("extended_state_history: false\n" + ATTEMPTS);

    assertThat(versions(ORIGINAL, "ada")).hasSize(3);
    assertThat(rows("SELECT * FROM " + EXTENDED)).isEmpty();
  }

  @Test
  void smallChunksGiveTheSameRows() throws SQLException {
    lab.load(ATTEMPTS + MODULES);
    String states = "SELECT module_id, state, grade FROM courseware_studentmodule ORDER BY id";
    List<List<String>> whole = rows(states);
    empty();

    new SpecLab(database, LmsService.lms()).inChunksOf(1).load(ATTEMPTS + MODULES);

    assertThat(rows(states)).isEqualTo(whole);
  }
}
