package org.openedx.devdata.cli.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openedx.devdata.cli.CommandLab;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.service.lms.LmsService;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/** Each cause for which {@code state set --stdin} can fail, at each place: nothing is written. */
@DatabaseTest
class StateSetFailureTest {

  private static final String BLOCK = "block-v1:edX+DemoX+2026+type@problem+block@";
  private static final String VERSIONS = "coursewarehistoryextended_studentmodulehistoryextended";
  private static final int LINES = StateInput.LINES_TOGETHER + 7;

  private static TestDatabase database;

  @TempDir private Path folder;
  private CommandLab lab;

  @BeforeAll
  static void tables(TestDatabase fresh) throws SQLException {
    database = fresh;
    new SpecLab(fresh, LmsService.lms()).withTables().load("users: [{username: ada}]");
    fresh.run(
        "INSERT INTO courseware_studentmodule (module_type, module_id, course_id, state, done,"
            + " created, modified, student_id) SELECT 'problem', '"
            + BLOCK
            + "corrupt', 'course-v1:edX+DemoX+2026', 'no JSON', 'na', '2026-01-01', '2026-01-01',"
            + " id FROM auth_user");
    // What a server can refuse of a row that is right by its form.
    fresh.run(
        "CREATE TRIGGER refuse BEFORE INSERT ON courseware_studentmodule FOR EACH ROW IF"
            + " NEW.module_id LIKE '%refused' THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT ="
            + " 'refused by the test'; END IF");
    fresh.run(
        "CREATE TRIGGER refuse_version BEFORE INSERT ON "
            + VERSIONS
            + " FOR EACH ROW IF NEW.state LIKE '%unversioned%' THEN SIGNAL SQLSTATE '45000' SET"
            + " MESSAGE_TEXT = 'refused by the test'; END IF");
  }

  @BeforeEach
  void lab() {
    lab = new CommandLab(folder).database("lms", database);
  }

  private static String line(String user, String block, String state) {
    return "{\"user\": \"%s\", \"block\": \"%s%s\", \"state\": %s}"
        .formatted(user, BLOCK, block, state);
  }

  /** The causes, each with what is said of it. */
  private static final List<List<String>> CAUSES =
      List.of(
          List.of(line("nobody", "p", "{}"), "there is no user \"nobody\""),
          List.of(line("no\\nbody", "p", "{}"), "there is no user \"no\\nbody\""),
          List.of(line("ada", "corrupt", "{\"a\": 1}"), "is not JSON"),
          List.of(line("ada", "refused", "{}"), "refused by the test"),
          List.of(line("ada", "p", "{\"unversioned\": 1}"), "refused by the test"),
          List.of(line("ada", "p", "[]"), "\"state\" must be an object"),
          List.of(line("ada", "x".repeat(255), "{}"), "255"),
          List.of(
              line("ada", "p", "{}").replace("\"state\"", "\"stat\""),
              "unknown key \"stat\"; did you mean \"state\"?"),
          List.of(
              line("ada", "p", "{}, \"course_id\": \"course-v1:A+B+C\""),
              "unknown key \"course_id\""),
          List.of(
              line("ada", "p", "{}, \"scope\": \"preferences\""),
              "\"scope\" must be user_state, not \"preferences\""),
          List.of(line("ada", "p", "{\"a\": [1e400]}"), "which the platform cannot hold"),
          List.of("{", "not JSON"),
          List.of("\u0000", "not JSON"),
          List.of(line("ada", "p", nested(2_000)), "it is nested more than 1000 deep"),
          List.of(line("ada", "p", "{\"a\": 1, \"a\": 2}"), "field 'a' stands in it twice"),
          List.of(line("ada", "p", "{\"a\": 1"), "it ends too early"),
          List.of(line("ada", "p", "{}") + "{}", "there is more after its end"));

  private static String nested(int levels) {
    return "{\"a\": ".repeat(levels) + "1" + "}".repeat(levels);
  }

  /** So many of them, the first, are right by their form. */
  private static final int OF_DATABASE = 5;

  /** What only the database tells is met in the first and in a later part. */
  static Stream<Arguments> causesAndPlaces() {
    return CAUSES.stream()
        .flatMap(
            cause ->
                (CAUSES.indexOf(cause) < OF_DATABASE
                        ? Stream.of(1, StateInput.LINES_TOGETHER + 1)
                        : Stream.of(LINES))
                    .map(at -> Arguments.of(cause.get(0), cause.get(1), at)));
  }

  private static String input(String wrong, int at) {
    String[] lines = new String[LINES];
    Arrays.setAll(lines, i -> i % 100 == 99 ? "" : line("ada", "b" + i, "{\"n\": " + i + "}"));
    lines[at - 1] = wrong;
    return String.join("\n", lines);
  }

  private static List<List<String>> stored() throws SQLException {
    return Stream.of("courseware_studentmodule", VERSIONS)
        .flatMap(
            table -> {
              try {
                return database.rows("SELECT * FROM " + table).stream();
              } catch (SQLException e) {
                throw new AssertionError(e);
              }
            })
        .toList();
  }

  @ParameterizedTest
  @MethodSource("causesAndPlaces")
  void nothingIsWrittenAndTheLineIsNamed(String wrong, String said, int at) throws SQLException {
    List<List<String>> before = stored();

    CommandLab.Result result = lab.input(input(wrong, at)).run("state", "set", "--stdin");

    assertThat(result.code()).isIn(ExitCode.INVALID, ExitCode.FAILED);
    assertThat(result.err()).contains("<stdin>:" + at + ":1: ").contains(said);
    assertThat(stored()).isEqualTo(before);
  }

  @Test
  void allUsersWhoAreNotThereAreNamed() {
    String lines =
        String.join("\n", line("x", "p", "{}"), line("ada", "p", "{}"), line("y", "p", "{}"));

    CommandLab.Result result = lab.input(lines).run("state", "set", "--stdin");

    assertThat(result.code()).isEqualTo(ExitCode.INVALID);
    assertThat(result.err())
        .contains("<stdin>:1:1: there is no user \"x\"")
        .contains("<stdin>:3:1: there is no user \"y\"");
  }

  @Test
  void aLineThatIsNotUtf8IsNamed() throws SQLException {
    List<List<String>> before = stored();
    byte[] bytes =
        (line("ada", "p", "{}") + "\n" + line("ada", "é", "{}"))
            .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);

    CommandLab.Result result = lab.input(bytes).run("state", "set", "--stdin");

    assertThat(result.code()).isEqualTo(ExitCode.INVALID);
    assertThat(result.err()).contains("<stdin>:2:1: the line is not UTF-8");
    assertThat(stored()).isEqualTo(before);
  }
}
