package org.openedx.devdata.cli.keep.snapshot;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.cli.connect.Databases;
import org.openedx.devdata.cli.connect.Services;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.console.failure.UsageException;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.MySqlUrl;
import org.openedx.devdata.jdbc.targets.ConfigurationException;
import org.openedx.devdata.keep.snapshot.SnapshotException;
import org.openedx.devdata.keep.snapshot.SnapshotPart;
import org.openedx.devdata.keep.snapshot.mysql.DatabasePart;

/** The stores of a target as parts of snapshots; one that services share is there once. */
record SnapshotParts(Session session, Databases databases) {

  /** The server's number for a database that does not exist. */
  private static final int UNKNOWN_DATABASE = 1049;

  /**
   * The stores of services.
   *
   * @param only as the command line names them; empty for all that the target has
   */
  List<SnapshotPart> of(List<String> only) {
    List<String> names =
        only.isEmpty()
            ? databases.present()
            : new LinkedHashSet<>(only).stream().map(ida -> Services.known(session, ida)).toList();
    Map<String, List<String>> sharing = new LinkedHashMap<>();
    Map<String, ConnectionSettings> byAddress = new LinkedHashMap<>();
    for (String ida : names) {
      if (session.registry().sql(ida).isPresent()) {
        ConnectionSettings settings = settings(ida, !only.isEmpty());
        if (settings != null) {
          String address = MySqlUrl.masked(settings.url());
          byAddress.putIfAbsent(address, settings);
          sharing.computeIfAbsent(address, any -> new ArrayList<>()).add(ida);
        }
      } else {
        leaveOut(ida, !only.isEmpty());
      }
    }
    List<SnapshotPart> parts = new ArrayList<>();
    byAddress.forEach(
        (address, settings) ->
            parts.add(
                new DatabasePart(sharing.get(address).get(0), sharing.get(address), settings)));
    if (parts.isEmpty()) {
      throw new SnapshotException("there is no database to save or restore");
    }
    return parts;
  }

  /** Reports a service whose rows are in ClickHouse, and refuses one that was asked for by name. */
  private void leaveOut(String ida, boolean named) {
    if (named) {
      throw new UsageException(
          ("--only %s: snapshots are of MySQL databases, and its rows are in ClickHouse; leave it"
                  + " out, and make its rows again from their seed with devdata load")
              .formatted(ida));
    }
    session.note("left out: " + ida + ", whose rows are in ClickHouse");
  }

  /** Connection settings; null for a database that is not there and was not asked for by name. */
  private ConnectionSettings settings(String ida, boolean named) {
    try {
      ConnectionSettings settings = databases.of(ida);
      if (!named) {
        MySqlDatabase.connect(settings).close();
      }
      return settings;
    } catch (ConfigurationException notConfigured) {
      if (named) {
        throw notConfigured;
      }
    } catch (DatabaseException e) {
      if (named
          || !(e.getCause() instanceof SQLException sql)
          || sql.getErrorCode() != UNKNOWN_DATABASE) {
        throw e;
      }
    } catch (SQLException gone) {
      throw new DatabaseException("the connection of " + ida + " failed: " + gone.getMessage());
    }
    session.note("left out: the database of " + ida + ", which this target does not have");
    return null;
  }
}
