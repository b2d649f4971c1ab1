package org.openedx.devdata.keep.snapshot.mysql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import org.openedx.devdata.jdbc.table.Ddl;

/**
 * Empty table that a restore leaves in a database until it has ended, so that a run from any folder
 * or machine sees that it did not. Tables that are made beside others count as well. Stateless.
 */
final class RestoreTrace {

  /** Said to an account that may not create tables. */
  private static final Set<Integer> DENIED = Set.of(1044, 1142);

  private static final String COMMENT =
      "a restore of devdata has begun and did not end: run it again";

  private RestoreTrace() {}

  /**
   * Leaves it, where the account may make and remove tables; a mark in the working folder is all
   * that there is else.
   */
  static void leave(Connection connection) throws SQLException {
    if (names(connection).contains(BesideNames.MARK)) {
      return;
    }
    try (Statement statement = connection.createStatement()) {
      // Refused to an account that could not remove it.
      statement.execute("DROP TABLE IF EXISTS " + Ddl.quote(BesideNames.MARK));
      statement.execute(
          "CREATE TABLE %s (id int NOT NULL PRIMARY KEY) COMMENT '%s'"
              .formatted(Ddl.quote(BesideNames.MARK), COMMENT));
    } catch (SQLException e) {
      if (!DENIED.contains(e.getErrorCode())) {
        throw e;
      }
    }
  }

  /** Removes it: all tables are as saved. */
  static void remove(Connection connection) throws SQLException {
    if (names(connection).contains(BesideNames.MARK)) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("DROP TABLE " + Ddl.quote(BesideNames.MARK));
      }
    }
  }

  /** Returns whether there is one, of a restore that goes on or did not end. */
  static boolean isLeft(Connection connection) throws SQLException {
    return names(connection).stream().anyMatch(BesideNames::isLeft);
  }

  private static Set<String> names(Connection connection) throws SQLException {
    Set<String> names = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()")) {
      while (result.next()) {
        names.add(result.getString(1));
      }
    }
    return names;
  }
}
