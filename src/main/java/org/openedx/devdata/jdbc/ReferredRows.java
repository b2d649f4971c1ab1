package org.openedx.devdata.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Rows that others refer to by the database's own foreign keys, whatever tables those are in: the
 * ones that the server would not let go. Stateless.
 */
public final class ReferredRows {

  private static final int KEYS_PER_STATEMENT = 1_000;

  private ReferredRows() {}

  private record ForeignKey(String schema, String table, String column, String target) {}

  /**
   * The primary keys, of those given, of rows that another row refers to, as text.
   *
   * @param keys primary keys
   */
  public static Set<String> among(MySqlDatabase database, BoundTable table, List<Object> keys) {
    Set<String> referred = new HashSet<>();
    database.reading(
        table.table(),
        connection -> {
          for (ForeignKey key : incoming(connection, table)) {
            for (int from = 0; from < keys.size(); from += KEYS_PER_STATEMENT) {
              int to = Math.min(from + KEYS_PER_STATEMENT, keys.size());
              add(connection, table, key, keys.subList(from, to), referred);
            }
          }
        });
    return referred;
  }

  private static List<ForeignKey> incoming(Connection connection, BoundTable table)
      throws SQLException {
    List<ForeignKey> keys = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT table_schema, table_name, column_name, referenced_column_name FROM"
                + " information_schema.key_column_usage WHERE referenced_table_schema ="
                + " COALESCE(NULLIF(?, ''), DATABASE()) AND referenced_table_name = ?")) {
      statement.setString(1, table.database());
      statement.setString(2, table.liveName());
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          keys.add(
              new ForeignKey(
                  result.getString(1),
                  result.getString(2),
                  result.getString(3),
                  result.getString(4)));
        }
      }
    }
    return keys;
  }

  private static void add(
      Connection connection,
      BoundTable table,
      ForeignKey key,
      List<Object> keys,
      Set<String> referred)
      throws SQLException {
    String primary = table.sqlName(table.table().primaryKeyIndex());
    String sql =
        "SELECT p."
            + primary
            + " FROM "
            + table.sqlName()
            + " p WHERE p."
            + primary
            + " IN ("
            + String.join(", ", Collections.nCopies(keys.size(), "?"))
            + ") AND EXISTS (SELECT 1 FROM "
            + Ddl.quote(key.schema())
            + "."
            + Ddl.quote(key.table())
            + " r WHERE r."
            + Ddl.quote(key.column())
            + " = p."
            + Ddl.quote(key.target())
            + ")";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < keys.size(); i++) {
        statement.setObject(i + 1, keys.get(i));
      }
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          referred.add(result.getString(1));
        }
      }
    }
  }
}
