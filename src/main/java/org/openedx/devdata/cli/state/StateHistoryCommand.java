package org.openedx.devdata.cli.state;

import java.util.concurrent.Callable;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.cli.report.json.Prints;
import org.openedx.devdata.opaquekeys.UsageKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code devdata state history}. */
@Command(
    name = "history",
    header = "Shows all versions of a user's state in a problem, newest first.",
    footer = {
      "",
      "Example:",
      "  devdata state history --user ada --block block-v1:edX+DemoX+2026+type@problem+block@p1"
    })
@Prints(value = StateResult.class, list = true)
final class StateHistoryCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private StateArguments arguments = new StateArguments();

  @Option(names = "--user", paramLabel = "NAME", required = true, description = "The user.")
  private String user;

  @Option(
      names = "--block",
      paramLabel = "KEY",
      required = true,
      description = "The block, by its usage key.")
  private String block;

  @Option(
      names = "--course",
      paramLabel = "KEY",
      description = "Its course, where the block's key does not name the run.")
  private String course;

  StateHistoryCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    UsageKey key = StateArguments.block(block, course);
    return arguments.run(
        session,
        user,
        client -> {
          new StateLines(session).versions(client.getHistory(user, key));
          return ExitCode.DONE;
        });
  }
}
