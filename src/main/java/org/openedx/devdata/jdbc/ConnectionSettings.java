package org.openedx.devdata.jdbc;

/**
 * How to reach one service's database.
 *
 * @param target name of the target it comes from, for messages
 * @param ida the service
 * @param url {@code jdbc:mysql://host:port/database}
 * @param user database user
 * @param password its password; never printed
 */
public record ConnectionSettings(
    String target, String ida, String url, String user, String password) {

  /** Where it leads, for messages: no password, no driver options. */
  public String label() {
    return ida + " (target " + target + ", " + MySqlUrl.masked(url) + ", user " + user + ")";
  }

  @Override
  public String toString() {
    return label();
  }
}
