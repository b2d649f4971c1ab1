package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.cli.console.Terminal;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.testing.DatabaseTest;

/** The command reset, and its question before anything is removed. */
@DatabaseTest
class SpecResetTest extends SpecCommands {

  @Test
  void aDryRunOfResetRemovesNothing() throws SQLException {
    run("load", "top.yaml");

    CommandLab.Result result = run("reset", "--dry-run", "top.yaml");

    Golden.check("reset-dry-run.txt", golden(result));
    assertThat(database.value("SELECT COUNT(*) FROM auth_user")).isEqualTo("2");
    assertThat(run("verify", "top.yaml").code()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void resetDoesNotAskWhereNobodyCanAnswer() throws SQLException {
    run("load", "top.yaml");

    CommandLab.Result result = run("reset", "--quiet", "top.yaml");

    assertThat(golden(result)).isEqualTo("Reset: 13 rows removed. (TIME)\n");
    assertThat(database.value("SELECT COUNT(*) FROM auth_user")).isEqualTo("0");
  }

  @Test
  void resetAsksOnATerminal() throws SQLException {
    run("load", "top.yaml");
    lab.terminal(new Terminal(true, false, false, 80));

    CommandLab.Result no = lab.input("\n").run("reset", lab.path("top.yaml"));
    assertThat(no.err())
        .isEqualTo(
            "Remove the rows that loads of top.yaml have made from target embedded? [y/N] nothing was"
                + " removed\n");
    assertThat(no.code()).isEqualTo(ExitCode.FAILED);
    assertThat(database.value("SELECT COUNT(*) FROM auth_user")).isEqualTo("2");

    CommandLab.Result yes = lab.input("y\n").run("reset", lab.path("top.yaml"));
    assertThat(yes.code()).isEqualTo(ExitCode.DONE);
    assertThat(database.value("SELECT COUNT(*) FROM auth_user")).isEqualTo("0");
  }

  @Test
  void resetDoesNotAskWhenToldYes() throws SQLException {
    run("load", "top.yaml");
    lab.terminal(new Terminal(true, false, false, 80));

    assertThat(lab.run("reset", "--yes", lab.path("top.yaml")).err()).doesNotContain("[y/N]");
    assertThat(database.value("SELECT COUNT(*) FROM auth_user")).isEqualTo("0");
  }
}
