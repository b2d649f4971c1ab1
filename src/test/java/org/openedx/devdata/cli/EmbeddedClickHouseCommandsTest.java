package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.testing.TestClickHouse;

/** {@code db} commands on an embedded ClickHouse of the test's own folder. */
@Tag("clickhouse")
class EmbeddedClickHouseCommandsTest {

  @TempDir private Path folder;
  private CommandLab lab;

  @BeforeEach
  void engineIsThere() {
    TestClickHouse.required();
    lab = new CommandLab(folder);
    System.getenv().forEach(lab::variable);
  }

  @AfterEach
  void stop() {
    lab.run("db", "stop", "aspects");
  }

  @Test
  void startsToStayTellsAndStops() {
    assertThat(lab.run("db", "status", "aspects").out())
        .isEqualTo(
            "The embedded ClickHouse is not running; any command that needs it starts it.\n"
                + "data      none yet\n");
    CommandLab.Result start = lab.run("db", "start", "aspects");
    assertThat(start.code()).as(start.err()).isEqualTo(ExitCode.DONE);
    assertThat(start.out())
        .matches("The embedded ClickHouse [0-9.]+ listens on http://127.0.0.1:\\d+, .*\n");

    assertThat(lab.run("db", "status", "aspects").out())
        .contains("The embedded ClickHouse is running.")
        .contains("until     db stop aspects");
    assertThat(lab.run("db", "status", "aspects", "--format", "json").out())
        .contains("\"running\": true")
        .contains("\"stays\": true");

    assertThat(lab.run("db", "stop", "aspects").out())
        .isEqualTo("The embedded ClickHouse has ended.\n");
    assertThat(lab.run("db", "stop", "aspects").out())
        .isEqualTo("The embedded ClickHouse was not running.\n");
  }

  @Test
  void sqlFindsTheTablesMadeAndNothingRunsAfterwards() {
    CommandLab.Result result =
        lab.run("db", "sql", "aspects", "SELECT count() AS n FROM xapi.xapi_events_all");

    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(result.out()).isEqualTo("n\n-\n0\n1 row\n");
    assertThat(lab.run("db", "status", "aspects", "--format", "json").out())
        .doesNotContain("\"stays\": true");
  }

  @Test
  void portIsNotForClickHouse() {
    CommandLab.Result result = lab.run("db", "start", "aspects", "--port", "3307");

    assertThat(result.code()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).contains("--port is not for aspects");
  }

  @Test
  void statusOfASiteThatIsNotThereYetMakesNothing() {
    assertThat(lab.run("aspects", "status").out())
        .contains("raw table   xapi.xapi_events_all: missing");
    assertThat(lab.run("aspects", "init").out())
        .contains("Made 16 tables in ClickHouse (target embedded,");
  }
}
