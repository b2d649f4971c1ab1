package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.cli.state.StateInput;
import org.openedx.devdata.service.lms.LmsService;
import org.openedx.devdata.spec.Amount;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.Sql;
import org.openedx.devdata.testing.TestDatabase;

/** The behaviours of the reference, reproduced with nothing but {@code devdata state}. */
@DatabaseTest
class StateCommandsTest {

  private static final String B0 = "block-v1:edX+DemoX+2026+type@problem+block@b0";
  private static final String B1 = "block-v1:edX+DemoX+2026+type@problem+block@b1";
  private static final String B1001 = "block-v1:edX+DemoX+2027+type@problem+block@b1001";

  private static TestDatabase database;

  @TempDir private Path folder;
  private CommandLab lab;

  @BeforeAll
  static void tables(TestDatabase fresh) throws SQLException {
    database = fresh;
    new SpecLab(fresh, LmsService.lms())
        .withTables()
        .load("users: [{username: u0}, {username: u1}, {username: u2}]");
  }

  @BeforeEach
  void empty() throws SQLException {
    lab = new CommandLab(folder).database("lms", database);
    try (Connection connection = database.connect()) {
      Sql.run(
          connection,
          List.of(
              "DELETE FROM courseware_studentmodule",
              "DELETE FROM coursewarehistoryextended_studentmodulehistoryextended"));
    }
  }

  private CommandLab.Result run(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "state";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return lab.run(all);
  }

  private String ok(String... arguments) {
    CommandLab.Result result = run(arguments);
    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
    return result.out();
  }

  private void set(String user, String block, String state) {
    assertThat(ok("set", "--user", user, "--block", block, state)).isEmpty();
  }

  private void lines(String... lines) {
    CommandLab.Result result = lab.input(String.join("\n", lines)).run("state", "set", "--stdin");
    assertThat(result.code()).isZero();
    assertThat(result.err()).contains(Amount.of(lines.length, "line") + " written");
  }

  private static String line(String user, String block, String state) {
    return "{\"user\": \"%s\", \"block\": \"%s\", \"state\": %s}".formatted(user, block, state);
  }

  /** Users, blocks and states of an output, without times. */
  private static List<String> states(String output) {
    return output
        .lines()
        .map(
            line ->
                line.replaceFirst(", \"updated\": \"[^\"]*\", \"scope\": \"user_state\"}$", "}"))
        .toList();
  }

  private List<String> get(String user, String... blocks) {
    return states(
        ok(
            java.util.stream.Stream.concat(
                    java.util.stream.Stream.of("get", "--user", user),
                    java.util.stream.Stream.of(blocks)
                        .flatMap(block -> java.util.stream.Stream.of("--block", block)))
                .toArray(String[]::new)));
  }

  private void assertAbsent(String command, String user, String block) {
    CommandLab.Result result = run(command, "--user", user, "--block", block);
    assertThat(result.code()).isEqualTo(ExitCode.ABSENT);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("user '" + user + "' has no ");
  }

  @Test
  void aUserWhoIsNotThereIsNamedAsSuch() {
    for (String command : List.of("get", "history", "delete")) {
      CommandLab.Result result = run(command, "--user", "nobody", "--block", B0);
      assertThat(result.code()).as(command).isEqualTo(ExitCode.ABSENT);
      assertThat(result.out()).isEmpty();
      assertThat(result.err()).isEqualTo("devdata: there is no user \"nobody\"\n");
    }
  }

  @Test
  void whatWasSetIsGotAndLaidOver() {
    set("u0", B0, "{\"a\": \"b\"}");
    assertThat(get("u0", B0)).containsExactly(line("u0", B0, "{\"a\": \"b\"}"));

    set("u0", B0, "{\"b\": \"c\"}");
    assertThat(get("u0", B0)).containsExactly(line("u0", B0, "{\"a\": \"b\", \"b\": \"c\"}"));
    assertThat(states(ok("get", "--user", "u0", "--block", B0, "--fields", "b")))
        .containsExactly(line("u0", B0, "{\"b\": \"c\"}"));
    assertThat(states(ok("get", "--user", "u0", "--block", B0, "--fields", "a,b")))
        .containsExactly(line("u0", B0, "{\"a\": \"b\", \"b\": \"c\"}"));
  }

  @Test
  void whatIsNotThereIsExitFiveWithNothingOnStandardOutput() {
    assertAbsent("get", "u0", B0);
    assertAbsent("history", "u0", B0);
    set("u1", B0, "{}");
    assertAbsent("get", "u0", B0);
  }

  @Test
  void manyBlocksHaveTheirOwnStates() {
    lines(line("u0", B0, "{\"a\": \"b\"}"), line("u0", B1, "{\"b\": \"c\"}"));

    assertThat(get("u0", B0, B1))
        .containsExactlyInAnyOrder(
            line("u0", B0, "{\"a\": \"b\"}"), line("u0", B1, "{\"b\": \"c\"}"));
  }

  @Test
  void deletedStateIsAbsentAndItsFieldsOneByOne() {
    lines(line("u0", B0, "{\"a\": \"b\"}"), line("u0", B1, "{\"b\": \"c\"}"));

    assertThat(ok("delete", "--user", "u0", "--block", B0, "--block", B1, "--fields", "a"))
        .isEmpty();
    assertAbsent("get", "u0", B0);
    assertThat(get("u0", B0, B1)).containsExactly(line("u0", B1, "{\"b\": \"c\"}"));
    assertThat(ok("delete", "--user", "u0", "--block", B1)).isEmpty();
    assertAbsent("get", "u0", B1);
  }

  @Test
  void everySaveIsAVersionNewestFirst() {
    set("u0", B0, "{\"a\": 0}");
    set("u0", B1, "{\"a\": 1}");
    ok("delete", "--user", "u0", "--block", B0);

    assertThat(states(ok("history", "--user", "u0", "--block", B0)))
        .containsExactly(line("u0", B0, "null"), line("u0", B0, "{\"a\": 0}"));
    assertThat(states(ok("history", "--user", "u0", "--block", B1)))
        .containsExactly(line("u0", B1, "{\"a\": 1}"));
  }

  @Test
  void theTimeOfASaveIsShown() {
    set("u0", B0, "{\"a\": 0}");

    assertThat(ok("get", "--user", "u0", "--block", B0))
        .isEqualTo(
            "{\"user\": \"u0\", \"block\": \""
                + B0
                + "\", \"state\": {\"a\": 0}, \"updated\": \"2026-03-29T01:30:00Z\","
                + " \"scope\": \"user_state\"}\n");
  }

  @Test
  void blocksAndCoursesAreIterated() {
    lines(
        line("u0", B0, "{\"a\": 0}"),
        line("u0", B1, "{\"c\": 0}"),
        line("u1", B0, "{\"a\": 1}"),
        line("u2", B0, "{\"a\": 2}"),
        line("u0", B1001, "{\"c\": \"d\"}"));
    ok("delete", "--user", "u1", "--block", B0);

    assertThat(states(ok("iter", "--block", B0)))
        .containsExactlyInAnyOrder(line("u0", B0, "{\"a\": 0}"), line("u2", B0, "{\"a\": 2}"));
    assertThat(states(ok("iter", "--course", "course-v1:edX+DemoX+2027", "--type", "problem")))
        .containsExactly(line("u0", B1001, "{\"c\": \"d\"}"));
    assertThat(ok("iter", "--course", "course-v1:edX+DemoX+2027", "--type", "video")).isEmpty();
    assertThat(ok("iter", "--course", "course-v1:edX+DemoX+2028")).isEmpty();
  }

  @Test
  void whatOneCommandPrintsAnotherTakes() {
    lines(line("u0", B0, "{\"n\": 9007199254740993, \"f\": 1.0, \"s\": \"\\ud83c\\udf93\"}"));
    String printed = ok("iter", "--block", B0);

    lines(printed.strip());

    assertThat(ok("iter", "--block", B0)).isEqualTo(printed);
  }

  @Test
  void aStateCanComeFromAFileOrStandardInput() {
    lab.file("state.json", "{\"a\": 1}");
    ok("set", "--user", "u0", "--block", B0, "--file", "state.json");
    lab.input("{\"b\": 2}");
    ok("set", "--user", "u0", "--block", B0, "-");

    assertThat(get("u0", B0)).containsExactly(line("u0", B0, "{\"a\": 1, \"b\": 2}"));
  }

  @Test
  void allLinesAreCheckedBeforeTheFirstIsWritten() {
    lab.input(
        String.join(
            "\n",
            line("u0", B0, "{\"a\": 1}"),
            line("u0", B0, "[]"),
            "{nonsense",
            line("u0", "nonsense-v1:x", "{}"),
            line("u0", "i4x://edX/DemoX/problem/p", "{}"),
            line("u0", B0, "{\"x\": NaN}"),
            line("u0", B0, "{\"x\": \"\\ud83c\"}")));

    CommandLab.Result result = run("set", "--stdin");

    assertThat(result.code()).isEqualTo(ExitCode.INVALID);
    assertThat(result.out()).isEmpty();
    assertThat(
            IntStream.rangeClosed(2, 7)
                .filter(number -> !result.err().contains("<stdin>:" + number + ":1: ")))
        .isEmpty();
    assertAbsent("get", "u0", B0);
  }

  @Test
  void aUserWhoIsNotThereStopsAWrite() {
    CommandLab.Result result = run("set", "--user", "nobody", "--block", B0, "{}");

    assertThat(result.code()).isEqualTo(ExitCode.FAILED);
    assertThat(result.err()).contains("there is no user \"nobody\"; create the account first");
  }

  @Test
  void moreLinesThanGoTogetherAreWritten() {
    String block = B0.replace("b0", "p");
    lab.input(
        IntStream.range(0, StateInput.LINES_TOGETHER + 10)
            .mapToObj(n -> line("u" + n % 3, block + n, "{\"n\": " + n + "}"))
            .collect(Collectors.joining("\n")));

    assertThat(run("set", "--stdin").code()).isZero();
    assertThat(ok("iter", "--course", "course-v1:edX+DemoX+2026").lines())
        .hasSize(StateInput.LINES_TOGETHER + 10);
  }

  @Test
  void wrongUseIsExplained() {
    assertThat(run("iter").err()).contains("give --block or --course, one of the two");
    assertThat(run("set", "--user", "u0", "--block", B0, "[1]").err())
        .contains("a state must be a JSON object");
    assertThat(run("get", "--user", "u0", "--block", B0, "--course", "course-v1:a+b+c").err())
        .contains("is not of the course 'course-v1:a+b+c'");
    assertThat(run("get", "--user", "u0", "--block", "nonsense").code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void oneJsonDocumentIsAList() {
    lines(line("u0", B0, "{\"a\": 1}"), line("u1", B0, "{\"a\": 1}"));

    assertThat(ok("iter", "--block", B0, "--format", "json")).startsWith("[{").endsWith("}]\n");
  }

  @Test
  void versionsCanBeInASecondDatabase() throws SQLException {
    TestDatabase first = database.another("lms");
    new SpecLab(first, LmsService.lms()).withTables().load("users: [{username: u0}]");
    TestDatabase second = database.another("csmh");
    String extended = "coursewarehistoryextended_studentmodulehistoryextended";
    second.run("CREATE TABLE " + extended + " LIKE " + first.name() + "." + extended);
    lab = new CommandLab(folder).database("lms", first);

    ok("set", "--user", "u0", "--block", B0, "{\"a\": 1}", "--history-database", second.name());

    assertThat(second.value("SELECT state FROM " + extended)).isEqualTo("{\"a\": 1}");
    assertThat(first.rows("SELECT * FROM " + extended)).isEmpty();
    lab.variable("DEVDATA_LMS_HISTORY_DATABASE", second.name());
    assertThat(states(ok("history", "--user", "u0", "--block", B0)))
        .containsExactly(line("u0", B0, "{\"a\": 1}"));
    assertThat(run("history", "--user", "u0", "--block", B0, "--history-tables", "original").code())
        .isEqualTo(ExitCode.ABSENT);
  }
}
