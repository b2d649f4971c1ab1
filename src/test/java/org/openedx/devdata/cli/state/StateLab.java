package org.openedx.devdata.cli.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.cli.CommandLab;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.service.lms.LmsService;
import org.openedx.devdata.spec.Amount;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.Sql;
import org.openedx.devdata.testing.TestDatabase;

/** A database of three users, and the commands of learner state against it. */
abstract class StateLab {

  static final String B0 = "block-v1:edX+DemoX+2026+type@problem+block@b0";
  static TestDatabase database;

  @TempDir Path folder;
  CommandLab lab;

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

  CommandLab.Result run(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "state";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return lab.run(all);
  }

  String ok(String... arguments) {
    CommandLab.Result result = run(arguments);
    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
    return result.out();
  }

  void lines(String... lines) {
    CommandLab.Result result = lab.input(String.join("\n", lines)).run("state", "set", "--stdin");
    assertThat(result.code()).isZero();
    assertThat(result.err()).contains(Amount.of(lines.length, "line") + " written");
  }

  static String line(String user, String block, String state) {
    return "{\"user\": \"%s\", \"block\": \"%s\", \"state\": %s}".formatted(user, block, state);
  }

  /** Users, blocks and states of an output, without times. */
  static List<String> states(String output) {
    return output
        .lines()
        .map(
            line ->
                line.replaceFirst(", \"updated\": \"[^\"]*\", \"scope\": \"user_state\"}$", "}"))
        .toList();
  }

  List<String> get(String user, String... blocks) {
    return states(
        ok(
            java.util.stream.Stream.concat(
                    java.util.stream.Stream.of("get", "--user", user),
                    java.util.stream.Stream.of(blocks)
                        .flatMap(block -> java.util.stream.Stream.of("--block", block)))
                .toArray(String[]::new)));
  }

  void assertAbsent(String command, String user, String block) {
    CommandLab.Result result = run(command, "--user", user, "--block", block);
    assertThat(result.code()).isEqualTo(ExitCode.ABSENT);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("user '" + user + "' has no ");
  }
}
