package org.openedx.devdata.cli.content;

import java.util.concurrent.Callable;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.console.failure.UsageException;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.cli.report.json.Prints;
import org.openedx.devdata.service.content.layout.Layout;
import org.openedx.devdata.service.content.layout.planning.ContentMigrator;
import org.openedx.devdata.spec.Shown;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code devdata content migrate}. */
@Command(
    name = "migrate",
    header = "Carries a database to a later layout, as upstream's migrations do.",
    description = {
      "",
      "Afterwards Django finds nothing to do: tables, keys, rows of django_migrations and content"
          + " types are as its own run leaves them. What would fail half way is reported before"
          + " anything is written; a run that was killed is finished by the next one. Stop Studio"
          + " and its workers first."
    },
    footer = {
      "",
      "Examples:",
      "  devdata content migrate --to current --plan",
      "  devdata content migrate --to L2 --target devstack"
    })
@Prints(StepsResult.class)
final class ContentMigrateCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private ContentArguments arguments = new ContentArguments();

  @Option(
      names = "--to",
      paramLabel = "LAYOUT",
      required = true,
      description = "The layout: L2, L3, L4 or current.")
  private String to;

  @Option(names = "--plan", description = "Shows the statements and runs none.")
  private boolean plan;

  ContentMigrateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Layout layout =
        Layout.of(to)
            .filter(Layout::isMerged)
            .orElseThrow(
                () ->
                    new UsageException(
                        "--to " + Shown.quoted(to) + " is no layout; give L2, L3, L4 or current"));
    return arguments.run(
        session,
        database -> {
          ContentMigrator migrator = ContentArguments.migrator(session, database);
          ContentStepsOutput output = new ContentStepsOutput(session);
          output.show(
              plan ? migrator.plan(layout) : migrator.run(layout, output.progress()),
              plan,
              "the database has layout " + layout.label() + " already");
          return ExitCode.DONE;
        });
  }
}
