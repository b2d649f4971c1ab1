package org.openedx.devdata.cli.db;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.openedx.devdata.cli.connect.ClickHouseServer;
import org.openedx.devdata.cli.connect.EmbeddedEngine;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.report.failure.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code devdata db status}. */
@Command(
    name = "status",
    header = "Tells whether the embedded server runs, and where its data is.",
    footer = {
      "",
      "Examples:",
      "  devdata db status",
      "  devdata db status aspects",
      "  devdata db status --format json"
    })
public final class DbStatusCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private EmbeddedArgument server = new EmbeddedArgument();

  public DbStatusCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    if (server.clickHouse(session)) {
      new ClickHouseServer(session).status();
      return ExitCode.DONE;
    }
    DbStatusOutput output = new DbStatusOutput(session);
    if (session.json()) {
      output.json(EmbeddedEngine.server(session, 0).status());
    } else {
      output.text(EmbeddedEngine.server(session, 0).status());
    }
    return ExitCode.DONE;
  }
}
