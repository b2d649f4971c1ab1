package org.openedx.devdata.jdbc.rows;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.SqlFailures;
import org.openedx.devdata.jdbc.schema.BoundTable;
import org.openedx.devdata.jdbc.table.Column;
import org.openedx.devdata.jdbc.table.ColumnValues;
import org.openedx.devdata.jdbc.table.Ddl;

/**
 * Foreign keys that a database really has, of whatever tables, and what they refer to. Stateless.
 */
public final class ForeignKeys {

  private ForeignKeys() {}

  /**
   * Columns that refer to a row of another table.
   *
   * @param table the table that refers
   * @param columns its columns; one of a foreign key
   * @param targets indexes of the columns that they refer to
   */
  public record Key(String table, List<String> columns, List<Integer> targets) {

    /** The only column of a foreign key. */
    public String column() {
      return columns.get(0);
    }

    /** Index of the only column that a foreign key refers to. */
    public int target() {
      return targets.get(0);
    }
  }

  /** Columns that hold what is in those of another table, without a constraint. */
  public static Key of(BoundTable table, int[] columns, int[] targets) {
    return new Key(
        table.liveName(),
        IntStream.of(columns).mapToObj(column -> table.live(column).name()).toList(),
        IntStream.of(targets).boxed().toList());
  }

  /**
   * Values that rows refer to.
   *
   * @param values in the order of the key's columns
   * @param rows how many rows do
   */
  public record Use(List<Object> values, long rows) {}

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
                new Key(
                    rs.getString("t"),
                    List.of(rs.getString("c")),
                    List.of(table.columnOf(rs.getString("r")))))
        .list()
        .stream()
        .filter(key -> key.target() >= 0)
        .toList();
  }

  /**
   * Finds the values that rows refer to by a key.
   *
   * @param table the table that is referred to
   * @param values of the columns that are referred to
   */
  public static List<Use> uses(
      MySqlDatabase database, BoundTable table, Key key, List<List<Object>> values) {
    List<Use> uses = new ArrayList<>();
    int portion = RowLookup.KEYS_PER_STATEMENT / key.columns().size();
    for (List<List<Object>> some :
        Portions.of(database, values, portion, one -> Portions.bytes(one.toArray()))) {
      try (PreparedStatement statement =
          database.connection().prepareStatement(sql(key, some.size()))) {
        int parameter = 1;
        for (List<Object> one : some) {
          for (Object value : one) {
            RowLookup.bind(statement, parameter++, value);
          }
        }
        try (ResultSet result = statement.executeQuery()) {
          while (result.next()) {
            uses.add(use(table, key, result));
          }
        }
      } catch (SQLException e) {
        throw SqlFailures.explain(
            database.settings().label() + ": look-up in " + key.table() + " failed", e);
      }
    }
    return uses;
  }

  private static String sql(Key key, int values) {
    String columns = key.columns().stream().map(Ddl::quote).collect(Collectors.joining(", "));
    String one = "(?" + ", ?".repeat(key.columns().size() - 1) + ")";
    return "SELECT %s, COUNT(*) FROM %s WHERE (%s) IN (%s) GROUP BY %s"
        .formatted(
            columns,
            Ddl.quote(key.table()),
            columns,
            String.join(", ", Collections.nCopies(values, one)),
            columns);
  }

  private static Use use(BoundTable table, Key key, ResultSet result) throws SQLException {
    List<Object> values = new ArrayList<>();
    for (int target : key.targets()) {
      Column column = table.table().columns().get(target);
      values.add(ColumnValues.fromText(column, result.getString(values.size() + 1)));
    }
    return new Use(values, result.getLong(values.size() + 1));
  }
}
