package org.openedx.devdata.jdbc;

import com.mysql.cj.conf.PropertyKey;
import com.mysql.cj.jdbc.JdbcConnection;
import java.sql.SQLException;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/**
 * Properties of a server by which rows are written to it.
 *
 * @param localInfile whether it takes {@code LOAD DATA LOCAL}
 * @param numbersInRow whether the keys of the rows of one {@code LOAD DATA} follow each other
 * @param packet bytes of the largest statement that it takes
 * @param version such as {@code 8.4.3} or {@code 11.4.5-MariaDB}
 */
record ServerTraits(boolean localInfile, boolean numbersInRow, int packet, String version) {

  private static final int LARGEST_STATEMENT = 16_000_000;

  /** Bytes of a statement's names and key words. */
  private static final int BESIDE_VALUES = 6_000;

  /** Asks the server. */
  static ServerTraits read(Handle handle) throws SQLException {
    return new ServerTraits(
        holds(handle, "@@local_infile = 1"),
        holds(handle, "@@innodb_autoinc_lock_mode < 2 AND @@auto_increment_increment = 1"),
        // The server's max_allowed_packet, or less where the URL says so.
        handle
            .getConnection()
            .unwrap(JdbcConnection.class)
            .getPropertySet()
            .getIntegerProperty(PropertyKey.maxAllowedPacket)
            .getValue(),
        handle.createQuery("SELECT VERSION()").mapTo(String.class).one());
  }

  private static boolean holds(Handle handle, String condition) {
    return handle.createQuery("SELECT " + condition).mapTo(Integer.class).one() == 1;
  }

  boolean isMariaDb() {
    return version.toLowerCase(Locale.ROOT).contains("mariadb");
  }

  /** Bytes of values that a statement may have. */
  long statementBytes() {
    return Math.min(LARGEST_STATEMENT, Math.max(packet / 2, packet - BESIDE_VALUES));
  }
}
