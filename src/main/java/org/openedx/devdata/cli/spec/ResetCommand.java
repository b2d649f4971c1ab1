package org.openedx.devdata.cli.spec;

import java.util.concurrent.Callable;
import org.openedx.devdata.cli.connect.ConfirmArguments;
import org.openedx.devdata.cli.connect.RunRequest;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.report.json.Prints;
import org.openedx.devdata.cli.report.run.RunKind;
import org.openedx.devdata.cli.report.run.RunResult;
import org.openedx.devdata.plan.Removal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code devdata reset}. */
@Command(
    name = "reset",
    header = "Removes the rows that loads of the specs have made.",
    description = {
      "",
      "A load remembers what it made, so rows that were there before are left, and so are those that"
          + " other specs say; both are reported. Children go before parents, rows that came with a"
          + " record (a user's profile) go with it. Nothing else is touched."
    },
    footer = {
      "",
      "Examples:",
      "  devdata reset --dry-run specs/top.yaml    show what would go",
      "  devdata reset specs/top.yaml              ask at a terminal, then remove",
      "  devdata reset --yes specs/top.yaml        remove without a question",
      "  devdata reset --adopted --yes specs/top.yaml",
      "                                            also what was there before the first load"
    })
@Prints(RunResult.class)
public final class ResetCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private RunArguments arguments = new RunArguments();

  @Mixin private ConfirmArguments confirm = new ConfirmArguments();

  @Option(names = "--dry-run", description = "Shows what would be removed, and removes nothing.")
  private boolean dryRun;

  @Option(
      names = "--adopted",
      description =
          "Also removes rows that were there before the specs were first loaded; those that other"
              + " specs say are left all the same.")
  private boolean adopted;

  @Option(
      names = "--cascade",
      description =
          "Also removes all rows that refer to those that go, at any distance; shows them before it"
              + " asks.")
  private boolean cascade;

  @Option(
      names = "--keep-going",
      description = "Goes on with the next entry when one fails; the exit code is 1 all the same.")
  private boolean keepGoing;

  public ResetCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    RunRequest request = request();
    SpecRunner runner = new SpecRunner(session);
    boolean asks = !request.top().equals("-") || adopted || cascade;
    return dryRun || !asks ? runner.run(request, false) : runner.run(request, consent(request));
  }

  /** A script that asks for no more than what loads have made means what it says. */
  private RemovalConsent consent(RunRequest request) {
    String what =
        cascade
            ? "all these rows"
            : adopted
                ? "all rows that %s describes".formatted(request.top())
                : "the rows that loads of %s have made".formatted(request.top());
    return new RemovalConsent(
        confirm,
        "Remove %s from target %s?".formatted(what, request.connect().target()),
        adopted || cascade,
        cascade);
  }

  /** The request of the command line. */
  public RunRequest request() {
    RunKind kind = dryRun ? RunKind.RESET_DRY_RUN : RunKind.RESET;
    return arguments.toRequest(kind, session, keepGoing, new Removal(!keepGoing, adopted, cascade));
  }
}
