package org.openedx.devdata.cli.connect;

import java.time.Duration;
import org.openedx.devdata.cli.console.CommonOptions;
import org.openedx.devdata.cli.console.failure.UsageException;
import org.openedx.devdata.jdbc.targets.Target;
import picocli.CommandLine.Option;

/** Options of commands that reach databases. Filled in by picocli. */
public final class ConnectArguments {

  @Option(
      names = "--allow-remote",
      description = "Allows databases on other machines than this one.")
  boolean allowRemote;

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      defaultValue = "0",
      description = "Waits so long for servers that do not accept connections yet.")
  int wait;

  public RunRequest.Connect toConnect(CommonOptions common) {
    if (wait < 0) {
      throw new UsageException("--wait " + wait + " is negative; give a number of seconds");
    }
    return new RunRequest.Connect(
        common.target == null ? Target.EMBEDDED : common.target,
        allowRemote,
        Duration.ofSeconds(wait));
  }
}
