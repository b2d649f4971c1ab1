package org.openedx.devdata.cli.aspects;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.openedx.devdata.cli.connect.ConnectArguments;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.service.aspects.AspectsStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code devdata aspects status}. */
@Command(
    name = "status",
    header = "Tells what a site's ClickHouse has.",
    description = {
      "",
      "The migration, the form of the raw tables, what they can hold, how far the derived tables of"
          + " dbt are, after which time rows are dropped, and rows by table as ClickHouse counts them"
          + " without looking. Reads system tables only."
    },
    footer = {
      "",
      "Examples:",
      "  devdata aspects status",
      "  devdata aspects status --target tutor --format json"
    })
final class AspectsStatusCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private ConnectArguments connect = new ConnectArguments();

  AspectsStatusCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    try (AspectsSite site = new AspectsSite(session, connect)) {
      AspectsStatus status = AspectsStatus.read(site.server(), site.names());
      AspectsStatusOutput output =
          new AspectsStatusOutput(
              session.surroundings().out(), session.paint(), site.names(), site.label());
      if (session.json()) {
        output.json(status);
      } else {
        output.text(status);
      }
      return ExitCode.DONE;
    }
  }
}
