package org.openedx.devdata.cli.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.cli.CommandLab;
import org.openedx.devdata.cli.DevdataCommand;
import org.openedx.devdata.cli.console.failure.UsageException;
import org.openedx.devdata.cli.report.run.RunKind;
import org.openedx.devdata.cli.spec.LoadCommand;
import org.openedx.devdata.cli.spec.ResetCommand;
import picocli.CommandLine;

class RunRequestTest {

  private final CommandLab lab = new CommandLab(Path.of("/somewhere"));

  private Object parse(String... arguments) {
    CommandLine root = DevdataCommand.commandLine(lab.session());
    return root.parseArgs(arguments).subcommand().commandSpec().userObject();
  }

  private RunRequest load(String... arguments) {
    return ((LoadCommand) parse(arguments)).request();
  }

  @Test
  void aLoadNeedsOnlyItsFile() {
    RunRequest request = load("load", "top.yaml");

    assertThat(request.kind()).isEqualTo(RunKind.LOAD);
    assertThat(request.top()).isEqualTo("top.yaml");
    assertThat(request.root()).isEmpty();
    assertThat(request.only()).isEmpty();
    assertThat(request.now()).isEqualTo(CommandLab.NOW);
    assertThat(request.seed()).isZero();
    assertThat(request.atomic()).isFalse();
    assertThat(request.keepGoing()).isFalse();
    assertThat(request.connect())
        .isEqualTo(new RunRequest.Connect("embedded", false, Duration.ZERO));
  }

  @Test
  void everyOptionReachesTheRequest() {
    RunRequest request =
        load(
            "load",
            "--now",
            "2026-01-02",
            "--seed",
            "7",
            "--atomic",
            "all",
            "--allow-remote",
            "--wait",
            "90",
            "--root",
            "up",
            "--only",
            "lms",
            "--only",
            "cms+ecommerce",
            "--target",
            "tutor",
            "top.yaml");

    assertThat(request.now()).isEqualTo(Instant.parse("2026-01-02T00:00:00Z"));
    assertThat(request.seed()).isEqualTo(7);
    assertThat(request.atomic()).isTrue();
    assertThat(request.root()).contains(Path.of("/somewhere/up"));
    assertThat(request.only()).isEqualTo(Set.of("lms", "cms", "ecommerce"));
    assertThat(request.connect())
        .isEqualTo(new RunRequest.Connect("tutor", true, Duration.ofSeconds(90)));
  }

  @Test
  void commonOptionsMayStandBeforeTheCommand() {
    assertThat(load("--target", "devstack", "load", "top.yaml").connect().target())
        .isEqualTo("devstack");
  }

  @Test
  void keepGoingIsForLoadAndReset() {
    assertThat(load("load", "--keep-going", "top.yaml").keepGoing()).isTrue();
    assertThat(((ResetCommand) parse("reset", "--keep-going", "top.yaml")).request().keepGoing())
        .isTrue();
    assertThatThrownBy(() -> parse("plan", "--keep-going", "top.yaml"))
        .hasMessageContaining("--keep-going");
  }

  @Test
  void aDryRunOfResetIsARunOfItsOwnKind() {
    assertThat(((ResetCommand) parse("reset", "--dry-run", "top.yaml")).request().kind())
        .isEqualTo(RunKind.RESET_DRY_RUN);
  }

  @Test
  void theClockMayBeRelative() {
    assertThat(load("load", "--now", "today - 1d", "top.yaml").now())
        .isEqualTo(Instant.parse("2026-03-28T00:00:00Z"));
  }

  @Test
  void aClockThatIsNoTimeIsRefused() {
    for (String far :
        new String[] {"1999-12-31", "9000-01-01", "now + 999y + 999y", "1000-01-01"}) {
      assertThatThrownBy(() -> load("load", "--now", far, "top.yaml"))
          .isInstanceOf(UsageException.class);
    }
    assertThatThrownBy(() -> load("load", "--now", "yesterday", "top.yaml"))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "--now \"yesterday\" is no time; write one like 2026-03-29T01:30:00Z, 2026-03-29, or"
                + " now - 3d");
  }

  @Test
  void anUnknownServiceIsRefused() {
    assertThatThrownBy(() -> load("load", "--only", "lsm", "top.yaml"))
        .isInstanceOf(UsageException.class)
        .hasMessage("unknown service \"lsm\"; did you mean \"lms\"?");
  }

  @Test
  void contradictionsAreRefused() {
    assertThatThrownBy(() -> load("load", "--keep-going", "--atomic", "all", "top.yaml"))
        .hasMessage("--keep-going and --atomic all contradict each other; drop one");
    assertThatThrownBy(() -> load("load", "--wait=-1", "top.yaml"))
        .hasMessage("--wait -1 is negative; give a number of seconds");
  }
}
