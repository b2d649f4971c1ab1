package org.openedx.devdata.cli.spec;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.openedx.devdata.cli.connect.RunRequest;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.cli.report.json.Prints;
import org.openedx.devdata.cli.report.run.RunKind;
import org.openedx.devdata.cli.report.run.RunResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code devdata reset}. */
@Command(
    name = "reset",
    header = "Removes exactly the rows that the specs describe.",
    description = {
      "",
      "Rows are found by their natural key, children go before parents, rows that came with a "
          + "record (a user's profile) go with it. Nothing else is touched."
    },
    footer = {
      "",
      "Examples:",
      "  devdata reset --dry-run specs/top.yaml    show what would go",
      "  devdata reset specs/top.yaml              ask at a terminal, then remove",
      "  devdata reset --yes specs/top.yaml        remove without a question"
    })
@Prints(RunResult.class)
public final class ResetCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private RunArguments arguments = new RunArguments();

  @Option(
      names = {"-y", "--yes"},
      description = "Does not ask; nor does it where no user can answer, as in scripts.")
  private boolean yes;

  @Option(names = "--dry-run", description = "Shows what would be removed, and removes nothing.")
  private boolean dryRun;

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
    if (!dryRun && !yes && !confirmed(request)) {
      session.surroundings().err().println("nothing was removed");
      return ExitCode.FAILED;
    }
    return new SpecRunner(session).run(request, false);
  }

  /** The request of the command line. */
  public RunRequest request() {
    RunKind kind = dryRun ? RunKind.RESET_DRY_RUN : RunKind.RESET;
    return arguments.toRequest(kind, session, keepGoing);
  }

  /** True when the user agrees; a script means what it says. */
  private boolean confirmed(RunRequest request) {
    if (!session.surroundings().terminal().in() || request.top().equals("-")) {
      return true;
    }
    session
        .surroundings()
        .err()
        .printf(
            "Remove the rows that %s describes from target %s? [y/N] ",
            request.top(), request.connect().target());
    session.surroundings().err().flush();
    try {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(session.surroundings().in(), StandardCharsets.UTF_8));
      String answer = in.readLine();
      return answer != null && Set.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
