package org.openedx.devdata.cli.spec;

import org.openedx.devdata.cli.connect.RunRequest;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.console.failure.UsageException;
import org.openedx.devdata.cli.report.run.RunKind;
import org.openedx.devdata.plan.Removal;
import picocli.CommandLine.Option;

/** Option of commands that may go beyond what the specs say. Filled in by picocli. */
public final class PruneArgument {

  @Option(
      names = "--prune",
      description =
          "Also removes what earlier loads of the same spec have made and the spec no longer says;"
              + " plan and verify show it.")
  private boolean prune;

  boolean isGiven() {
    return prune;
  }

  RunRequest toRequest(RunArguments arguments, RunKind kind, Session session, boolean keepGoing) {
    if (prune && keepGoing) {
      throw new UsageException(
          "--keep-going and --prune contradict each other: only a load of all entries knows what is"
              + " no longer specified; drop one");
    }
    return arguments.toRequest(kind, session, keepGoing, new Removal(prune, false, false));
  }
}
