package org.openedx.devdata.cli.aspects;

import java.util.concurrent.Callable;
import org.openedx.devdata.cli.connect.ConnectArguments;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.cli.report.json.Prints;
import org.openedx.devdata.service.aspects.AspectsStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code devdata aspects status}. */
@Command(
    name = "status",
    header = "Shows what a site's ClickHouse has.",
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
@Prints(StatusResult.class)
final class AspectsStatusCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private ConnectArguments connect = new ConnectArguments();

  AspectsStatusCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (AspectsSite site = new AspectsSite(session, connect)) {
      AspectsStatus status = AspectsStatus.read(site.server(), site.names());
      session.show(
          StatusResult.of(status, site.names(), site.label()),
          new StatusText(status, site.names(), site.label()));
      return ExitCode.DONE;
    }
  }
}
