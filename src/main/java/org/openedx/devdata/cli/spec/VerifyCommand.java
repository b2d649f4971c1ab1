package org.openedx.devdata.cli.spec;

import java.util.concurrent.Callable;
import org.openedx.devdata.cli.connect.RunRequest;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.report.json.Prints;
import org.openedx.devdata.cli.report.run.RunKind;
import org.openedx.devdata.cli.report.run.RunResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code devdata verify}. */
@Command(
    name = "verify",
    header = "Checks that the databases are as the specs say, and writes nothing.",
    description = {
      "",
      "Shows what is missing or different, and ends with exit code 4 when anything is."
    },
    footer = {
      "",
      "Examples:",
      "  devdata verify specs/top.yaml",
      "  devdata verify --quiet --target tutor specs/top.yaml || echo 'drifted'"
    })
@Prints(RunResult.class)
public final class VerifyCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private RunArguments arguments = new RunArguments();

  @Mixin private PruneArgument prune = new PruneArgument();

  public VerifyCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return new SpecRunner(session).run(request(), true);
  }

  /** The request of the command line. */
  RunRequest request() {
    return prune.toRequest(arguments, RunKind.VERIFY, session, false);
  }
}
