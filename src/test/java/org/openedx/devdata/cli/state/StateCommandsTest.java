package org.openedx.devdata.cli.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.cli.CommandLab;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.service.lms.LmsService;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/** The commands that read and write learner state, one block at a time and many. */
@DatabaseTest
class StateCommandsTest extends StateLab {

  private static final String B1 = "block-v1:edX+DemoX+2026+type@problem+block@b1";
  private static final String B1001 = "block-v1:edX+DemoX+2027+type@problem+block@b1001";

  private void set(String user, String block, String state) {
    assertThat(ok("set", "--user", user, "--block", block, state)).isEmpty();
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
