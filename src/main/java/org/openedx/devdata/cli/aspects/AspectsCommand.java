package org.openedx.devdata.cli.aspects;

import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.console.failure.NoCommandException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code devdata aspects}: only its sub-commands do something. */
@Command(
    name = "aspects",
    header = "Looks after the ClickHouse of Aspects.",
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "",
      "The server is that of --target: the embedded ClickHouse (default), Tutor's, or one that a"
          + " target file or DEVDATA_ASPECTS_URL, _USER and _PASSWORD name. Database names that"
          + " differ from the default stand in its address: http://HOST:8123?event_sink=NAME&cluster=NAME."
    },
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Examples:",
      "  devdata aspects status --target tutor",
      "  devdata aspects init",
      "  devdata aspects verify"
    })
public final class AspectsCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new NoCommandException(spec);
  }

  /** The command with those below it. */
  public static CommandLine with(Session session) {
    CommandLine aspects = new CommandLine(new AspectsCommand());
    aspects.addSubcommand(new AspectsInitCommand(session));
    aspects.addSubcommand(new AspectsStatusCommand(session));
    aspects.addSubcommand(new AspectsVerifyCommand(session));
    aspects.addSubcommand(new AspectsRebuildCommand(session));
    return aspects;
  }
}
