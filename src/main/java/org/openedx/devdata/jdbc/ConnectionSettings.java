package org.openedx.devdata.jdbc;

import java.util.Locale;
import java.util.Map;

/**
 * Settings of the connection to one service's database.
 *
 * @param target name of the target it comes from, for messages
 * @param ida the service
 * @param url {@code jdbc:mysql://host:port/database}
 * @param user database user
 * @param password its password; never printed
 * @param aliases other databases of the same server that hold some of the service's tables, by the
 *     alias that the tables' descriptions give
 */
public record ConnectionSettings(
    String target,
    String ida,
    String url,
    String user,
    String password,
    Map<String, String> aliases) {

  /** Django's alias for the database of the extended history of learner state. */
  public static final String HISTORY_ALIAS = "student_module_history";

  public ConnectionSettings {
    aliases = Map.copyOf(aliases);
  }

  /** All tables in the one database. */
  public ConnectionSettings(String target, String ida, String url, String user, String password) {
    this(target, ida, url, user, password, Map.of());
  }

  /** Address of the database, for messages: no password, no driver options. */
  public String label() {
    return ida + " (target " + target + ", " + MySqlUrl.masked(url) + ", user " + user + ")";
  }

  /** Name of the environment's variable for a part of a service's connection. */
  public static String variable(String ida, String part) {
    return "DEVDATA_%s_%s".formatted(ida.toUpperCase(Locale.ROOT).replace('-', '_'), part);
  }

  @Override
  public String toString() {
    return label();
  }
}
