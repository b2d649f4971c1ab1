package org.openedx.devdata.jdbc.rows;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A place in a transaction to return to. The driver's own savepoints have quoted names, and which
 * quotes it takes follows from the server's {@code sql_mode} and not from the session's.
 */
final class Savepoint {

  private final Connection connection;
  private final String name;

  private Savepoint(Connection connection, String name) {
    this.connection = connection;
    this.name = name;
  }

  /**
   * @param name an identifier that needs no quotes; an earlier one of that name is forgotten
   */
  static Savepoint set(Connection connection, String name) throws SQLException {
    Savepoint savepoint = new Savepoint(connection, name);
    savepoint.execute("SAVEPOINT ");
    return savepoint;
  }

  void rollback() throws SQLException {
    execute("ROLLBACK TO SAVEPOINT ");
  }

  void release() throws SQLException {
    execute("RELEASE SAVEPOINT ");
  }

  private void execute(String verb) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(verb + name);
    }
  }
}
