package org.openedx.devdata.cli.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.cli.CommandLab;
import org.openedx.devdata.cli.console.Terminal;
import org.openedx.devdata.cli.console.failure.UsageException;
import org.openedx.devdata.jdbc.ConnectionSettings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class ConfirmationTest {

  private static final Terminal KEYBOARD = new Terminal(true, false, false, 80);
  private static final String QUESTION = "Remove 5 rows from edxapp?";

  @TempDir private Path folder;

  @Test
  void aScriptSaysYesByAnOption() {
    assertThat(given(Terminal.NONE, "", "127.0.0.1", "--yes")).isTrue();
    assertThatThrownBy(() -> given(Terminal.NONE, "y\n", "127.0.0.1"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("no user can answer here; --yes");
  }

  @Test
  void aTerminalIsAsked() {
    assertThat(given(KEYBOARD, "y\n", "127.0.0.1")).isTrue();
    assertThat(given(KEYBOARD, "Yes\n", "127.0.0.1")).isTrue();
    assertThat(given(KEYBOARD, "\n", "127.0.0.1")).isFalse();
    assertThat(given(KEYBOARD, "", "127.0.0.1")).isFalse();
    assertThat(given(KEYBOARD, "", "127.0.0.1", "--yes")).isTrue();
  }

  @Test
  void anotherMachineIsConfirmedByTheNameOfItsDatabase() {
    assertThatThrownBy(() -> given(Terminal.NONE, "", "192.0.2.1", "--yes"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("is not on this machine; --confirm edxapp");
    assertThatThrownBy(() -> given(Terminal.NONE, "", "192.0.2.1", "--confirm", "edxapp"))
        .hasMessageContaining("--yes");
    assertThat(given(Terminal.NONE, "", "192.0.2.1", "--yes", "--confirm", "edxapp")).isTrue();
    assertThat(given(KEYBOARD, "edxapp\ny\n", "192.0.2.1")).isTrue();
    assertThat(given(KEYBOARD, "edxapp\n", "192.0.2.1", "--yes")).isTrue();
    assertThat(given(KEYBOARD, "y\ny\n", "192.0.2.1")).isFalse();
    assertThat(given(KEYBOARD, "y\n", "192.0.2.1", "--yes")).isFalse();
  }

  @Test
  void aNameOfAnotherDatabaseIsNoConsent() {
    assertThatThrownBy(() -> given(Terminal.NONE, "", "127.0.0.1", "--yes", "--confirm", "edxap"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--confirm \"edxap\": no database of that name")
        .hasMessageContaining("edxapp");
  }

  private boolean given(Terminal terminal, String input, String host, String... options) {
    Confirm command = new Confirm();
    new CommandLine(command).parseArgs(options);
    CommandLab lab = new CommandLab(folder).terminal(terminal).input(input);
    ConnectionSettings settings =
        new ConnectionSettings("staging", "lms", "jdbc:mysql://" + host + "/edxapp", "u", "p");
    return new Confirmation(lab.session(), command.arguments)
        .given(QUESTION, List.of(new Confirmation.Place("edxapp", settings)));
  }

  @Command
  private static final class Confirm {
    @Mixin private ConfirmArguments arguments = new ConfirmArguments();
  }
}
