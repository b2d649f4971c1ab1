package org.openedx.devdata.cli.content;

import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.console.failure.NoCommandException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code devdata content}: only its sub-commands do something. */
@Command(
    name = "content",
    header = "Looks after authored content: archives, checks, layouts.",
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "",
      "Histories of libraries are loaded from specs: see `devdata load`. Their tables have had four"
          + " layouts so far: L1 (tables oel_*), L2 (merged into openedx_content), L3 (content"
          + " became media) and current (container types, refs and codes)."
    },
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Examples:",
      "  devdata content dump lib:DemoX:physics -o physics.zip --media-root ./media",
      "  devdata content restore physics.zip --media-root ./media",
      "  devdata content verify --target devstack",
      "  devdata content status --target devstack",
      "  devdata content migrate --to current --plan --target devstack"
    })
public final class ContentCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new NoCommandException(spec);
  }

  /** With all its sub-commands. */
  public static CommandLine with(Session session) {
    CommandLine content = new CommandLine(new ContentCommand());
    content.addSubcommand(new ContentDumpCommand(session));
    content.addSubcommand(new ContentRestoreCommand(session));
    content.addSubcommand(new ContentVerifyCommand(session));
    content.addSubcommand(new ContentStatusCommand(session));
    content.addSubcommand(new ContentMigrateCommand(session));
    content.addSubcommand(new ContentRepairCommand(session));
    return content;
  }
}
