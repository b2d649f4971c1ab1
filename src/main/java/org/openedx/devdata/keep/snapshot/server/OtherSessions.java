package org.openedx.devdata.keep.snapshot.server;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.SqlFailures;

/** Connections of other programs to a server, which would be cut off if it were stopped. */
public final class OtherSessions {

  private static final String COUNT =
      "SELECT COUNT(*) FROM information_schema.processlist WHERE id <> CONNECTION_ID()"
          + " AND command <> 'Daemon' AND user NOT IN ('system user', 'event_scheduler')";

  /** The server takes a moment to see that a connection of our own was closed. */
  private static final int ATTEMPTS = 20;

  private static final long DELAY_MILLIS = 25;

  private OtherSessions() {}

  /** Returns whether there are any. */
  public static boolean exist(ConnectionSettings settings) {
    try (Connection connection = MySqlDatabase.connect(settings);
        Statement statement = connection.createStatement()) {
      for (int i = 0; i < ATTEMPTS; i++) {
        try (ResultSet result = statement.executeQuery(COUNT)) {
          result.next();
          if (result.getInt(1) == 0) {
            return false;
          }
        }
        Thread.sleep(DELAY_MILLIS);
      }
      return true;
    } catch (SQLException e) {
      throw SqlFailures.explain(settings.label() + ": its sessions could not be read", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
