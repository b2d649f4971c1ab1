package org.openedx.devdata.cli.keep.snapshot;

import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.console.failure.NoCommandException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code devdata snapshot}: only its sub-commands do something. */
@Command(
    name = "snapshot",
    header = "Saves databases and files, and returns to a saved state.",
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "",
      "A snapshot holds all rows of the MySQL databases of a target as they were at one moment, those"
          + " of Aspects in ClickHouse, and its media files, packed, in .devdata/snapshots/ below the"
          + " current folder. Restoring writes only what differs. Not in it is what lives in MongoDB"
          + " (course content of the modulestore)."
    },
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Examples:",
      "  devdata snapshot save before-demo",
      "  devdata snapshot diff before-demo",
      "  devdata snapshot restore before-demo --yes",
      "  devdata snapshot list"
    })
public final class SnapshotCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new NoCommandException(spec);
  }

  /** With all its sub-commands. */
  public static CommandLine with(Session session) {
    CommandLine snapshot = new CommandLine(new SnapshotCommand());
    snapshot.addSubcommand(new SnapshotSaveCommand(session));
    snapshot.addSubcommand(new SnapshotListCommand(session));
    snapshot.addSubcommand(new SnapshotShowCommand(session));
    snapshot.addSubcommand(new SnapshotDiffCommand(session));
    snapshot.addSubcommand(new SnapshotRestoreCommand(session));
    snapshot.addSubcommand(new SnapshotDeleteCommand(session));
    return snapshot;
  }
}
