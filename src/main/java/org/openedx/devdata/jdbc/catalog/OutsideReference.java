package org.openedx.devdata.jdbc.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.jdbc.SqlFailures;

/**
 * A column of another database of the same server that refers to a table of the connection's.
 *
 * @param database the other database
 * @param table the table that refers
 * @param column its column
 * @param target the table referred to
 */
public record OutsideReference(String database, String table, String column, String target) {

  private static final String QUERY =
      "SELECT table_schema, table_name, column_name, referenced_table_name"
          + " FROM information_schema.key_column_usage"
          + " WHERE referenced_table_schema = DATABASE() AND table_schema <> DATABASE()"
          + " ORDER BY table_schema, table_name, column_name";

  /**
   * Reads them.
   *
   * @param where the database as people know it, for messages
   * @throws DatabaseException when the account may not, or the connection fails
   */
  public static List<OutsideReference> read(Connection connection, String where) {
    List<OutsideReference> references = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(QUERY);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        references.add(
            new OutsideReference(
                row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
      }
      return references;
    } catch (SQLException e) {
      throw SqlFailures.explain(where + ": references from other databases could not be read", e);
    }
  }
}
