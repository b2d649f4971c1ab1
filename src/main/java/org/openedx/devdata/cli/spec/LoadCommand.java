package org.openedx.devdata.cli.spec;

import java.util.concurrent.Callable;
import org.openedx.devdata.cli.connect.ConfirmArguments;
import org.openedx.devdata.cli.connect.RunRequest;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.report.json.Prints;
import org.openedx.devdata.cli.report.run.RunKind;
import org.openedx.devdata.cli.report.run.RunResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code devdata load}. */
@Command(
    name = "load",
    header = "Writes what the specs say into the databases.",
    description = {
      "",
      "Creates what is missing, updates what differs, leaves the rest alone: a second load changes "
          + "nothing. Each entry of TOP is one transaction; the first that fails ends the run."
    },
    footer = {
      "",
      "Examples:",
      "  devdata load specs/top.yaml",
      "  devdata load --prune specs/top.yaml       also remove what the specs no longer say",
      "  devdata load --target devstack --only lms specs/top.yaml",
      "  devdata load --now 2026-01-01 --seed 7 specs/top.yaml    the same rows on every machine"
    })
@Prints(RunResult.class)
public final class LoadCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private RunArguments arguments = new RunArguments();

  @Mixin private ConfirmArguments confirm = new ConfirmArguments();

  @Mixin private PruneArgument prune = new PruneArgument();

  @Option(
      names = "--keep-going",
      description = "Goes on with the next entry when one fails; the exit code is 1 all the same.")
  private boolean keepGoing;

  public LoadCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    SpecRunner runner = new SpecRunner(session);
    return prune.isGiven()
        ? runner.run(
            request(),
            new RemovalConsent(
                confirm,
                "Remove what earlier loads of this spec have made and it no longer says (plan --prune"
                    + " shows it)?",
                true,
                false))
        : runner.run(request(), false);
  }

  /** The request of the command line. */
  public RunRequest request() {
    return prune.toRequest(arguments, RunKind.LOAD, session, keepGoing);
  }
}
