package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.cli.report.failure.ExitCode;
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
    assertThat(lab.run("db", "status").out()).contains("The embedded ClickHouse is running, too");

    assertThat(lab.run("db", "stop", "aspects").out())
        .isEqualTo("The embedded ClickHouse has ended.\n");
    assertThat(lab.run("db", "stop", "aspects").out())
        .isEqualTo("The embedded ClickHouse was not running.\n");
  }

  @Test
  void sqlFindsTheTablesMadeAndNothingRunsAfterwards() {
    CommandLab.Result result =
        lab.run("db", "sql", "aspects", "SELECT count() AS n FROM openedx.xapi_events_all");

    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(result.out()).isEqualTo("n\n-\n0\n1 row\n");
    assertThat(lab.run("db", "status", "aspects", "--format", "json").out())
        .doesNotContain("\"stays\": true");
  }

  @Test
  void startTakesAPortAndKeepsIt() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
      CommandLab.Result taken = lab.run("db", "start", "aspects", "--port", "" + port);
      assertThat(taken.code()).isEqualTo(ExitCode.FAILED);
      assertThat(taken.err()).contains("port " + port + " of 127.0.0.1 is taken");
    }
    CommandLab.Result started = lab.run("db", "start", "aspects", "--port", "" + port);
    assertThat(started.code()).as(started.err()).isEqualTo(ExitCode.DONE);
    assertThat(started.out()).contains("http://127.0.0.1:" + port + ", user default, password in");
    CommandLab.Result other = lab.run("db", "start", "aspects", "--port", "1");
    assertThat(other.err()).contains("already runs on port " + port + ", not 1");
    assertThat(lab.run("db", "stop", "aspects").code()).isEqualTo(ExitCode.DONE);
    assertThat(lab.run("db", "start", "aspects").out()).contains("127.0.0.1:" + port + ",");
    assertThat(lab.run("db", "stop", "aspects").code()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void statusOfASiteThatIsNotThereYetMakesNothing() {
    assertThat(lab.run("aspects", "status").out())
        .contains("raw table   openedx.xapi_events_all: missing");
    assertThat(lab.run("aspects", "init").out())
        .contains("Made 16 tables in ClickHouse (target embedded,");
  }
}
