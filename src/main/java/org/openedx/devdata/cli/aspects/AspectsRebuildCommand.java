package org.openedx.devdata.cli.aspects;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.openedx.devdata.cli.connect.ConnectArguments;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.cli.report.json.Prints;
import org.openedx.devdata.service.aspects.derived.Preparation;
import org.openedx.devdata.service.aspects.derived.Rebuild;
import org.openedx.devdata.service.aspects.derived.Rebuild.Rebuilt;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code devdata aspects rebuild}. */
@Command(
    name = "rebuild",
    header = "Makes the derived tables again.",
    description = {
      "",
      "Each table of dbt is emptied and filled by its own view's query from all rows that there are, in"
          + " the order of what reads what; dictionaries are reloaded, tables that a timer replaces are"
          + " refreshed. Where a timer adds the rows of the last day only, as for videos since dbt 8.1,"
          + " those of all days are filled. Needed after statements were loaded in small batches, before"
          + " their courses, or were removed. Nothing should be loaded meanwhile. A table that cannot be"
          + " filled so is named with the command of dbt that does, and nothing is changed."
    },
    footer = {
      "",
      "Examples:",
      "  devdata aspects rebuild --target tutor",
      "  devdata aspects rebuild --dictionaries     only these, as between courses and statements",
      "  devdata aspects rebuild --history          videos of old statements"
    })
@Prints(RebuildResult.class)
final class AspectsRebuildCommand implements Callable<Integer> {

  private final Session session;

  @ArgGroup private Only only = new Only();

  @Mixin private ConnectArguments connect = new ConnectArguments();

  /** A part of the work; none for all of it. */
  static final class Only {
    @Option(
        names = "--dictionaries",
        description = "Only reloads dictionaries and refreshes tables of courses; empties nothing.")
    private boolean dictionaries;

    @Option(
        names = "--history",
        description =
            "Only fills, from statements of any age, what timers fill from the last day's, and what"
                + " triggers make of that.")
    private boolean history;
  }

  AspectsRebuildCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (AspectsSite site = AspectsSite.patient(session, connect)) {
      site.requireTables();
      session.show(RebuildResult.of(run(site)), new RebuildText(site.label()));
      return ExitCode.DONE;
    }
  }

  private List<Rebuilt> run(AspectsSite site) {
    if (only.dictionaries) {
      return Preparation.beforeStatements(site.server(), site.names(), session::note).stream()
          .map(name -> new Rebuilt(name, Optional.empty()))
          .toList();
    }
    return only.history
        ? Rebuild.history(site.server(), site.names(), session::note)
        : Rebuild.all(site.server(), site.names(), session::note);
  }
}
