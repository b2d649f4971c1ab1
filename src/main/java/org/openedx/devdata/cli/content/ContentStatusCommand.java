package org.openedx.devdata.cli.content;

import java.util.concurrent.Callable;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.cli.report.json.Prints;
import org.openedx.devdata.service.content.layout.LayoutMap;
import org.openedx.devdata.service.content.layout.migration.MigrationChain;
import org.openedx.devdata.service.content.layout.status.ContentStatus;
import org.openedx.devdata.service.content.layout.status.StatusReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code devdata content status}. */
@Command(
    name = "status",
    header = "Shows which layout a database has, and what Django would do next.",
    description = {
      "",
      "Compares tables, rows of django_migrations, foreign keys and content types, and names what"
          + " contradicts. Ends with exit code 4 when something does."
    },
    footer = {
      "",
      "Examples:",
      "  devdata content status --target devstack",
      "  devdata content status --format json"
    })
@Prints(ContentStatusResult.class)
final class ContentStatusCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private ContentArguments arguments = new ContentArguments();

  ContentStatusCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return arguments.run(
        session,
        database -> {
          ContentStatus status =
              new StatusReader(database, LayoutMap.standard(), MigrationChain.standard()).read();
          session.show(
              ContentStatusResult.of(status),
              new ContentStatusText(database.settings().label(), status));
          return status.findings().isEmpty() ? ExitCode.DONE : ExitCode.DIFFERENCES;
        });
  }
}
