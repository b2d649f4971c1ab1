package org.openedx.devdata.cli.aspects;

import java.util.concurrent.Callable;
import org.openedx.devdata.cli.connect.ConnectArguments;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.console.failure.FailureOutput;
import org.openedx.devdata.cli.console.failure.Failures;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.cli.report.json.Prints;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.service.aspects.AspectsSetup;
import org.openedx.devdata.world.raw.AspectsTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code devdata aspects init}. */
@Command(
    name = "init",
    header = "Makes the raw tables of Aspects that are missing.",
    description = {
      "",
      "On an empty ClickHouse: the databases, the tables and the functions as the migrations of"
          + " Aspects leave them (migration "
          + AspectsTables.MIGRATION
          + "). What is there stays as it is; a table of another form is named, and the exit code is"
          + " 1. The derived tables are dbt's."
    },
    footer = {"", "Examples:", "  devdata aspects init", "  devdata aspects init --target tutor"})
@Prints(InitResult.class)
final class AspectsInitCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private ConnectArguments connect = new ConnectArguments();

  AspectsInitCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (AspectsSite site = new AspectsSite(session, connect)) {
      AspectsSetup.Outcome outcome = AspectsSetup.init(site.server(), site.names());
      DatabaseException different =
          new DatabaseException(
              "%s has tables that devdata cannot fill: %s"
                  .formatted(site.label(), String.join("; ", outcome.different())));
      boolean good = outcome.different().isEmpty();
      session.show(InitResult.of(outcome), new InitText(site.label()));
      if (!good && !session.json()) {
        new FailureOutput(session).report(Failures.of(different), different);
      }
      return good ? ExitCode.DONE : ExitCode.FAILED;
    }
  }
}
