package org.openedx.devdata.cli.db;

import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.console.failure.NoCommandException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code devdata db}: only its sub-commands do something. */
@Command(
    name = "db",
    header = "Starts, stops and looks into databases.",
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "",
      "The embedded engine is a MariaDB of your own. Its data is in .devdata/ below the current"
          + " folder; a command starts it when needed and ends it again, unless `db start` has"
          + " started it to stay. The service aspects has a ClickHouse of its own beside it, fetched"
          + " by npm once for each user."
    },
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Examples:",
      "  devdata db start",
      "  devdata db sql lms 'SELECT username, email FROM auth_user'",
      "  devdata db sql aspects 'SELECT count() FROM openedx.xapi_events_all'",
      "  devdata db stop"
    })
public final class DbCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new NoCommandException(spec);
  }

  /** With all its sub-commands. */
  public static CommandLine with(Session session) {
    CommandLine db = new CommandLine(new DbCommand());
    db.addSubcommand(new DbStartCommand(session));
    db.addSubcommand(new DbStopCommand(session));
    db.addSubcommand(new DbStatusCommand(session));
    db.addSubcommand(new DbSqlCommand(session));
    return db;
  }
}
