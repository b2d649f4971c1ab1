package org.openedx.devdata.cli.db;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.cli.report.json.Prints;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code devdata db status}. */
@Command(
    name = "status",
    header = "Shows whether the embedded server runs, and where its data is.",
    footer = {
      "",
      "Examples:",
      "  devdata db status",
      "  devdata db status aspects",
      "  devdata db status --format json"
    })
@Prints(ServerResult.class)
final class DbStatusCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private EmbeddedArgument server = new EmbeddedArgument();

  DbStatusCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    if (server.clickHouse(session)) {
      new ClickHouseServer(session).status();
      return ExitCode.DONE;
    }
    new DbStatusOutput(session).show();
    return ExitCode.DONE;
  }
}
