package org.openedx.devdata.cli.keep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.cli.connect.Databases;
import org.openedx.devdata.cli.connect.Services;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.MySqlUrl;
import org.openedx.devdata.jdbc.SqlFailures;

/**
 * The databases of a target that a command keeps or empties; one that several services share is
 * there once. Immutable.
 */
final class SiteDatabases {

  private final Session session;
  private final Databases databases;

  SiteDatabases(Session session, Databases databases) {
    this.session = session;
    this.databases = databases;
  }

  /**
   * A MySQL database.
   *
   * @param name its name on its server
   * @param services those that have it, in the order of the registry
   * @param settings how it is reached
   */
  record SiteDatabase(String name, List<String> services, ConnectionSettings settings) {}

  /**
   * The services that a command is for.
   *
   * @param only as the command line names them; empty for all that the target has
   */
  List<String> services(List<String> only) {
    return only.isEmpty()
        ? databases.present()
        : new LinkedHashSet<>(only).stream().map(ida -> Services.known(session, ida)).toList();
  }

  /**
   * The databases of services.
   *
   * @param named whether the user has named the services; else those whose database does not exist
   *     are left out with a note
   */
  List<SiteDatabase> mySql(List<String> services, boolean named) {
    Map<String, SiteDatabase> byAddress = new LinkedHashMap<>();
    for (String ida : services) {
      if (session.registry().sql(ida).isPresent()) {
        ConnectionSettings settings = databases.of(ida);
        if (named || exists(settings)) {
          add(byAddress, ida, settings);
          settings
              .aliases()
              .values()
              .forEach(other -> add(byAddress, ida, elsewhere(settings, other)));
        }
      }
    }
    return List.copyOf(byAddress.values());
  }

  private static ConnectionSettings elsewhere(ConnectionSettings settings, String database) {
    return new ConnectionSettings(
        settings.target(),
        settings.ida(),
        MySqlUrl.inDatabase(settings.url(), database),
        settings.user(),
        settings.password());
  }

  private void add(Map<String, SiteDatabase> byAddress, String ida, ConnectionSettings settings) {
    String address = MySqlUrl.masked(settings.url());
    List<String> services = new ArrayList<>();
    SiteDatabase before = byAddress.get(address);
    if (before != null) {
      services.addAll(before.services());
    }
    services.add(ida);
    byAddress.put(address, new SiteDatabase(MySqlUrl.database(settings.url()), services, settings));
  }

  private boolean exists(ConnectionSettings settings) {
    try {
      MySqlDatabase.open(settings).close();
      return true;
    } catch (DatabaseException e) {
      if (SqlFailures.isUnknownDatabase(e)) {
        session.note("left out: " + settings.label() + ", which does not exist");
        return false;
      }
      throw e;
    }
  }
}
