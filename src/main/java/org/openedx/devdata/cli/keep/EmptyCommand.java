package org.openedx.devdata.cli.keep;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.openedx.devdata.cli.connect.ConfirmArguments;
import org.openedx.devdata.cli.connect.Confirmation;
import org.openedx.devdata.cli.connect.ConnectArguments;
import org.openedx.devdata.cli.connect.Databases;
import org.openedx.devdata.cli.console.Interruption;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.cli.report.json.Prints;
import org.openedx.devdata.cli.report.progress.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code devdata empty}. */
@Command(
    name = "empty",
    header = "Removes all rows but those that migrations have put there.",
    description = {
      "",
      "Leaves the schema and what a freshly migrated database has: migrations, content types, "
          + "permissions, lookup rows, flags that migrations make. All else goes, children first, "
          + "whoever has written it; a count for each table is shown before. Of ClickHouse, all "
          + "tables of the site are truncated and dictionaries reloaded. A run that was interrupted "
          + "is finished by the next one."
    },
    footer = {
      "",
      "Examples:",
      "  devdata empty --dry-run                  show what would go of the embedded databases",
      "  devdata empty --only lms                 ask at a terminal, then remove",
      "  devdata empty --target tutor --only lms+aspects --keep oauth2_provider_application"
    })
@Prints(EmptyResult.class)
public final class EmptyCommand implements Callable<Integer> {

  private static final String INTERRUPTED =
      "interrupted; all references are whole, and the next run removes the rest";

  private final Session session;

  @Option(
      names = "--only",
      paramLabel = "IDA[+IDA...]",
      split = "[+,]",
      description = "Only the databases of these services (default: all that the target has).")
  private List<String> only = List.of();

  @Option(
      names = "--keep",
      paramLabel = "TABLE[,TABLE...]",
      split = ",",
      description =
          "Tables that stay as they are, those of ClickHouse as DATABASE.TABLE; may be given more than once.")
  private List<String> keep = List.of();

  @Option(names = "--dry-run", description = "Shows what would be removed, and removes nothing.")
  private boolean dryRun;

  @Mixin private ConfirmArguments confirm = new ConfirmArguments();

  @Mixin private ConnectArguments connect = new ConnectArguments();

  public EmptyCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (Progress progress = session.progress("counting rows");
        Databases databases = new Databases(session, connect.toConnect(session.options()));
        Emptying emptying = Emptying.open(session, databases, only, keep)) {
      EmptyResult plan = emptying.plan(dryRun, target());
      progress.end();
      if (!dryRun && plan.removed() > 0) {
        new EmptyText().plan(plan, session.errorText());
        session.surroundings().err().flush();
        if (!confirmed(emptying, plan)) {
          session.surroundings().err().println("nothing was removed");
          return ExitCode.FAILED;
        }
      }
      if (!dryRun) {
        run(emptying);
      }
      session.show(plan, new EmptyText());
      return ExitCode.DONE;
    }
  }

  private String target() {
    return connect.toConnect(session.options()).target();
  }

  private boolean confirmed(Emptying emptying, EmptyResult plan) {
    List<String> names = new ArrayList<>();
    plan.databases().forEach(database -> names.add(database.database()));
    return new Confirmation(session, confirm)
        .given(
            "Remove %,d rows from %s (target %s)?"
                .formatted(plan.removed(), String.join(", ", names), target()),
            emptying.places());
  }

  private void run(Emptying emptying) {
    Interruption.Phase phase = session.interruption().during(() -> INTERRUPTED);
    try (Progress progress = session.progress("emptying")) {
      emptying.run(progress::phase);
      progress.end();
    } finally {
      phase.close();
    }
  }
}
