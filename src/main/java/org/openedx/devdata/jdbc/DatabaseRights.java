package org.openedx.devdata.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import org.openedx.devdata.jdbc.table.Ddl;

/**
 * Rights of an account on whole databases. To an account without one, a server shows only the
 * tables, columns, keys and triggers on which it has rights, as if there were no others. Stateless.
 */
public final class DatabaseRights {

  private static final String NO_TABLE = "devdata_no_such_table";
  private static final String NO_DATABASE = "devdata_no_such_database";

  private DatabaseRights() {}

  /**
   * Returns whether the account sees all tables and columns of a database.
   *
   * @param database empty for the connection's own
   */
  static boolean seesAll(Connection connection, String database) throws SQLException {
    String place = database.isEmpty() ? "" : Ddl.quote(database) + ".";
    return allows(connection, "SELECT 1 FROM " + place + NO_TABLE + " LIMIT 0");
  }

  /** Returns whether the account sees the tables of all databases of its server. */
  public static boolean seesOthers(MySqlDatabase database) {
    try {
      return seesAll(database.connection(), NO_DATABASE);
    } catch (SQLException e) {
      throw SqlFailures.explain(
          database.settings().label() + ": the user's rights could not be read", e);
    }
  }

  /**
   * Returns whether the account certainly sees all triggers of the connection's database. Ends a
   * transaction.
   */
  public static boolean seesTriggers(Connection connection) throws SQLException {
    return allows(
        connection,
        "CREATE TRIGGER devdata_no_such_trigger BEFORE INSERT ON "
            + NO_TABLE
            + " FOR EACH ROW SET @devdata = 1");
  }

  /** Rights are looked at first, so that one who has them gets another error. */
  private static boolean allows(Connection connection, String statement) throws SQLException {
    try (Statement probe = connection.createStatement()) {
      probe.execute(statement);
      return true;
    } catch (SQLException e) {
      if (SqlFailures.isNoTable(e)) {
        return true;
      }
      if (LostConnection.is(e)) {
        throw e;
      }
      return false;
    }
  }

  /**
   * Refuses an account that may not see all of a database, and of the others of its server that
   * have some of its tables.
   *
   * @throws DatabaseException with what to grant
   */
  public static void requireWhole(MySqlDatabase database) {
    String where = database.settings().label();
    requireWhole(database.connection(), where);
    requireWhole(database.connection(), where, database.settings().aliases().values());
  }

  /**
   * Refuses an account that may not see all of the connection's database.
   *
   * @param where the database as people know it
   * @throws DatabaseException with what to grant
   */
  public static void requireWhole(Connection connection, String where) {
    requireWhole(connection, where, List.of(""));
  }

  private static void requireWhole(
      Connection connection, String where, Collection<String> databases) {
    try {
      for (String database : databases) {
        if (!seesAll(connection, database)) {
          String named = database.isEmpty() ? connection.getCatalog() : database;
          String user = user(connection);
          throw new DatabaseException(
              "%s: the user %s has no right to read the whole database %s, and the server shows it only tables and columns on which it has rights, so that others would be left out; %s"
                  .formatted(where, user, named, grant("SELECT", Ddl.quote(named) + ".*", user)));
        }
      }
    } catch (SQLException e) {
      throw SqlFailures.explain(where + ": the user's rights could not be read", e);
    }
  }

  /** Reason why tables or columns may only seem to be missing; empty where there is none. */
  public static String doubt(MySqlDatabase database) {
    try {
      requireWhole(database);
      return "";
    } catch (DatabaseException hidden) {
      String said = hidden.getMessage();
      return "\nor they are hidden: " + said.substring(database.settings().label().length() + 2);
    }
  }

  /** The account as the server knows it. */
  static String user(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT CURRENT_USER()")) {
      result.next();
      return result.getString(1);
    }
  }

  /** The statement that gives rights to an account. */
  static String grant(String rights, String object, String user) {
    int at = user.lastIndexOf('@');
    return "GRANT %s ON %s TO '%s'@'%s'"
        .formatted(rights, object, user.substring(0, at), user.substring(at + 1));
  }
}
