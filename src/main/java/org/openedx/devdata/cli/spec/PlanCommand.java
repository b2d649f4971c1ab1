package org.openedx.devdata.cli.spec;

import java.util.concurrent.Callable;
import org.openedx.devdata.cli.connect.RunRequest;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.report.json.Prints;
import org.openedx.devdata.cli.report.run.RunKind;
import org.openedx.devdata.cli.report.run.RunResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code devdata plan}. */
@Command(
    name = "plan",
    header = "Shows what a load would do, and writes nothing.",
    description = {
      "",
      "Each row that the specs describe is shown as + to create, ~ to update (with the columns",
      "that differ: old -> new) or = unchanged."
    },
    footer = {
      "",
      "Examples:",
      "  devdata plan specs/top.yaml",
      "  devdata plan --detailed-exitcode --quiet specs/top.yaml   exit code 4: there is something",
      "                                                            to do",
      "  devdata plan --format json specs/top.yaml | jq .counts"
    })
@Prints(RunResult.class)
public final class PlanCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private RunArguments arguments = new RunArguments();

  @Mixin private PruneArgument prune = new PruneArgument();

  @Option(
      names = "--detailed-exitcode",
      description = "Ends with exit code 4 when a load would change something.")
  private boolean detailedExitCode;

  public PlanCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return new SpecRunner(session).run(request(), detailedExitCode);
  }

  /** The request of the command line. */
  RunRequest request() {
    return prune.toRequest(arguments, RunKind.PLAN, session, false);
  }
}
