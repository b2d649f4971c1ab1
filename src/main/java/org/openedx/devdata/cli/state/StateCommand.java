package org.openedx.devdata.cli.state;

import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.console.failure.NoCommandException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code devdata state}: only its sub-commands do something. */
@Command(
    name = "state",
    header = "Reads and writes what learners have stored in blocks.",
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "",
      "Results are lines of JSON, one for each block, user or version. A state that is not there"
          + " ends `get` and `history` with exit code 5, a user who is not there `delete`, too."
    },
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Examples:",
      "  devdata state get --user ada --block block-v1:edX+DemoX+2026+type@problem+block@p1",
      "  devdata state iter --course course-v1:edX+DemoX+2026 --type problem",
      "  devdata state set --stdin < states.jsonl"
    })
public final class StateCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new NoCommandException(spec);
  }

  /** With all its sub-commands. */
  public static CommandLine with(Session session) {
    CommandLine state = new CommandLine(new StateCommand());
    state.addSubcommand(new StateGetCommand(session));
    state.addSubcommand(new StateSetCommand(session));
    state.addSubcommand(new StateDeleteCommand(session));
    state.addSubcommand(new StateHistoryCommand(session));
    state.addSubcommand(new StateIterCommand(session));
    return state;
  }
}
