package org.openedx.devdata.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.Set;

/**
 * Connections for work on whole tables. What does not leave this machine is not encrypted unless
 * the URL or the server asks for it: it would take more processor time than all else. Stateless.
 */
final class WholeTables {

  /** Said by a server that takes encrypted connections only, at all or of this account. */
  private static final Set<Integer> ENCRYPTED_ONLY = Set.of(1045, 3159, 4060);

  private WholeTables() {}

  static Connection connect(String url, Properties login) throws SQLException {
    String full = MySqlUrl.withOptions(url);
    if (MySqlUrl.isLocal(url) && !MySqlUrl.saysEncryption(url)) {
      try {
        return DriverManager.getConnection(full + "&sslMode=DISABLED", login);
      } catch (SQLException e) {
        if (!ENCRYPTED_ONLY.contains(e.getErrorCode())) {
          throw e;
        }
      }
    }
    return DriverManager.getConnection(full, login);
  }
}
