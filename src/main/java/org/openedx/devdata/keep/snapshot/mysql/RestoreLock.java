package org.openedx.devdata.keep.snapshot.mysql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.jdbc.MySqlUrl;
import org.openedx.devdata.keep.snapshot.SnapshotException;

/**
 * The lock of a restore: while it goes on, some tables are as they were and others as they were
 * saved, and no snapshot should be made of that. It ends with its connection. Stateless.
 */
final class RestoreLock {

  private RestoreLock() {}

  /** Takes the lock; the connection holds the one for writing, so that it is free. */
  static void take(Connection connection, ConnectionSettings settings) throws SQLException {
    number(connection, "SELECT GET_LOCK(?, 0)", settings);
  }

  /**
   * Requires that no restore goes on.
   *
   * @throws SnapshotException when one does
   */
  static void requireNone(Connection connection, ConnectionSettings settings) throws SQLException {
    if (!isFree(connection, settings)) {
      throw new SnapshotException(
          settings.label()
              + ": another devdata restores a snapshot into it; save when that has ended");
    }
  }

  /** Returns whether no restore goes on. */
  static boolean isFree(Connection connection, ConnectionSettings settings) throws SQLException {
    return number(connection, "SELECT IS_FREE_LOCK(?)", settings) != 0;
  }

  private static int number(Connection connection, String query, ConnectionSettings settings)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      String name = "devdata-restore:" + MySqlUrl.database(settings.url());
      statement.setString(
          1,
          name.length() <= 64 ? name : "devdata-restore:" + Integer.toHexString(name.hashCode()));
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return result.getInt(1);
      }
    }
  }
}
