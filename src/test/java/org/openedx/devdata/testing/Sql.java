package org.openedx.devdata.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A few lines of JDBC that tests need to look at what the code under test did. */
public final class Sql {

  private Sql() {}

  /** Runs statements, in order, on one connection. */
  public static void run(Connection connection, List<String> statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /**
   * Reads a result as text: one list for each row, columns as the server writes them, null for
   * NULL.
   */
  public static List<List<String>> rows(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      int columns = result.getMetaData().getColumnCount();
      List<List<String>> rows = new ArrayList<>();
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int column = 1; column <= columns; column++) {
          row.add(result.getString(column));
        }
        rows.add(row);
      }
      return rows;
    }
  }

  /** Reads the first column of the first row. */
  public static String value(Connection connection, String query) throws SQLException {
    List<List<String>> rows = rows(connection, query);
    if (rows.isEmpty()) {
      throw new AssertionError("no row: " + query);
    }
    return rows.get(0).get(0);
  }
}
