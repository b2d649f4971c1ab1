package org.openedx.devdata.cli.db;

import java.util.concurrent.Callable;
import org.openedx.devdata.cli.connect.EmbeddedEngine;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.cli.report.json.Prints;
import org.openedx.devdata.embedded.StopResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code devdata db stop}. */
@Command(
    name = "stop",
    header = "Stops the embedded server.",
    description = {"", "Its data stays. Commands that use it now may finish first."},
    footer = {"", "Examples:", "  devdata db stop", "  devdata db stop aspects"})
@Prints(ServerResult.class)
final class DbStopCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private EmbeddedArgument server = new EmbeddedArgument();

  DbStopCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (server.clickHouse(session)) {
      new ClickHouseServer(session).stop();
      return ExitCode.DONE;
    }
    StopResult result = EmbeddedEngine.server(session, 0).stop();
    new DbStatusOutput(session).show((server, out) -> out.note(said(result)));
    return ExitCode.DONE;
  }

  private static String said(StopResult result) {
    return switch (result) {
      case STOPPED -> "The embedded server has ended.";
      case IN_USE -> "Another command uses the embedded server; it ends with that one.";
      case NOT_RUNNING -> "The embedded server was not running.";
    };
  }
}
