package org.openedx.devdata.cli.content;

import java.util.concurrent.Callable;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.cli.report.json.Prints;
import org.openedx.devdata.service.content.layout.planning.ContentMigrator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code devdata content repair}. */
@Command(
    name = "repair",
    header = "Finishes interrupted migrations and heals databases between two layouts.",
    description = {
      "",
      "Goes on where Django or devdata was interrupted, makes the foreign keys that the platform's"
          + " earlier migrations cannot make any more once the tables are renamed, and records"
          + " what is done. Deletes nothing. Where only a person can decide what is right, it says"
          + " so and writes nothing."
    },
    footer = {
      "",
      "Examples:",
      "  devdata content repair --plan --target devstack",
      "  devdata content repair --target devstack"
    })
@Prints(StepsResult.class)
final class ContentRepairCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private ContentArguments arguments = new ContentArguments();

  @Option(names = "--plan", description = "Shows the statements and runs none.")
  private boolean plan;

  ContentRepairCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return arguments.run(
        session,
        database -> {
          ContentMigrator migrator = ContentArguments.migrator(session, database);
          ContentStepsOutput output = new ContentStepsOutput(session);
          output.show(
              plan ? migrator.planRepair() : migrator.repair(output.progress()),
              plan,
              "there is nothing to repair");
          return ExitCode.DONE;
        });
  }
}
