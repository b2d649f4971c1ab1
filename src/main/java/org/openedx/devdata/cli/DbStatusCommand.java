package org.openedx.devdata.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code devdata db status}. */
@Command(
    name = "status",
    header = "Tells whether the embedded server runs, and where its data is.",
    footer = {"", "Examples:", "  devdata db status", "  devdata db status --format json"})
final class DbStatusCommand implements Callable<Integer> {

  private final Session session;

  DbStatusCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    DbStatusOutput output = new DbStatusOutput(session);
    if (session.json()) {
      output.json(EmbeddedEngine.server(session, 0).status());
    } else {
      output.text(EmbeddedEngine.server(session, 0).status());
    }
    return ExitCode.DONE;
  }
}
