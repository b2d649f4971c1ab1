package org.openedx.devdata.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Foreign keys that a database really has, of whatever tables, and what they refer to. Stateless.
 */
public final class ForeignKeys {

  private ForeignKeys() {}

  /**
   * A foreign key of one column.
   *
   * @param table the table that refers
   * @param column its column
   * @param target index of the column that it refers to
   */
  public record Key(String table, String column, int target) {}

  /** A column that holds keys of another table without a constraint. */
  public static Key of(BoundTable table, int column, int target) {
    return new Key(table.liveName(), table.live(column).name(), target);
  }

  /**
   * Values that rows refer to.
   *
   * @param value the value
   * @param rows how many rows do
   */
  public record Use(Object value, long rows) {}

  /** The foreign keys that refer to a table. */
  public static List<Key> to(MySqlDatabase database, BoundTable table) {
    return database
        .handle()
        .createQuery(
            "SELECT table_name AS t, column_name AS c, referenced_column_name AS r"
                + " FROM information_schema.key_column_usage"
                + " WHERE table_schema = DATABASE() AND referenced_table_schema = DATABASE()"
                + " AND referenced_table_name = :name"
                + " ORDER BY table_name, column_name")
        .bind("name", table.liveName())
        .map(
            (rs, context) ->
                new Key(rs.getString("t"), rs.getString("c"), table.columnOf(rs.getString("r"))))
        .list()
        .stream()
        .filter(key -> key.target() >= 0)
        .toList();
  }

  /**
   * Finds the values that rows refer to by a key.
   *
   * @param table the table that is referred to
   * @param values of the column that is referred to
   */
  public static List<Use> uses(
      MySqlDatabase database, BoundTable table, Key key, List<Object> values) {
    List<Use> uses = new ArrayList<>();
    String column = Ddl.quote(key.column());
    for (int from = 0; from < values.size(); from += RowLookup.KEYS_PER_STATEMENT) {
      List<Object> some =
          values.subList(from, Math.min(from + RowLookup.KEYS_PER_STATEMENT, values.size()));
      String sql =
          "SELECT %s, COUNT(*) FROM %s WHERE %s IN (?%s) GROUP BY %s"
              .formatted(
                  column, Ddl.quote(key.table()), column, ",?".repeat(some.size() - 1), column);
      try (PreparedStatement statement = database.connection().prepareStatement(sql)) {
        for (int i = 0; i < some.size(); i++) {
          RowLookup.bind(statement, i + 1, some.get(i));
        }
        try (ResultSet result = statement.executeQuery()) {
          Column target = table.table().columns().get(key.target());
          while (result.next()) {
            uses.add(
                new Use(ColumnValues.fromText(target, result.getString(1)), result.getLong(2)));
          }
        }
      } catch (SQLException e) {
        throw SqlFailures.explain(
            database.settings().label() + ": look-up in " + key.table() + " failed", e);
      }
    }
    return uses;
  }
}
