package org.openedx.devdata.jdbc.rows;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.schema.BoundTable;
import org.openedx.devdata.jdbc.table.Column;
import org.openedx.devdata.jdbc.table.ColumnType;
import org.openedx.devdata.jdbc.table.ColumnValues;

/**
 * Finds rows by lists of key values: one statement for up to {@value #KEYS_PER_STATEMENT} keys,
 * never one for each. Stateless.
 */
public final class RowLookup {

  /** Keeps statements within a megabyte. */
  static final int KEYS_PER_STATEMENT = 5_000;

  private RowLookup() {}

  /**
   * Rows whose key columns equal one of the keys, by the database's own comparison.
   *
   * @param columns indexes of the columns to read
   * @param keyColumns indexes of the key's columns
   * @param keys values in the order of {@code keyColumns}, without nulls and without repetition
   * @return an array of column values (see {@link ColumnValues}) for each row found, in no order
   */
  public static List<Object[]> find(
      MySqlDatabase database,
      BoundTable table,
      int[] columns,
      int[] keyColumns,
      List<Object[]> keys) {
    return find(database, table, columns, keyColumns, keys, "");
  }

  /** As {@link #find}, and locks the rows for writing until the transaction ends. */
  public static List<Object[]> findLocked(
      MySqlDatabase database,
      BoundTable table,
      int[] columns,
      int[] keyColumns,
      List<Object[]> keys) {
    // MySQL would lock the list of keys too, and refuses to; MariaDB knows no OF.
    String locking = database.isMariaDb() ? " FOR UPDATE" : " FOR UPDATE OF t";
    return find(database, table, columns, keyColumns, keys, locking);
  }

  /** Finds those of the keys that any row has; rows are not read, only an index is asked. */
  public static List<Object[]> present(
      MySqlDatabase database, BoundTable table, int[] columns, List<Object[]> keys) {
    List<Object[]> found = new ArrayList<>();
    String sql =
        IntStream.range(0, columns.length)
                .mapToObj(i -> "k.k" + i)
                .collect(Collectors.joining(", "))
            + " FROM "
            + KeyList.table(table, columns)
            + " WHERE EXISTS (SELECT 1 FROM "
            + table.sqlName()
            + " t WHERE "
            + KeyList.matches(table, columns)
            + ")";
    ask(
        database,
        table,
        "SELECT " + sql,
        keys,
        result -> {
          Object[] key = new Object[columns.length];
          for (int i = 0; i < key.length; i++) {
            Column column = table.table().columns().get(columns[i]);
            key[i] = ColumnValues.fromText(column, result.getString(i + 1));
          }
          found.add(key);
        });
    return found;
  }

  /** Returns whether a table has any row at all. */
  public static boolean any(MySqlDatabase database, BoundTable table) {
    boolean[] any = {false};
    database.reading(
        table.table(),
        connection -> {
          try (PreparedStatement statement =
                  connection.prepareStatement("SELECT 1 FROM " + table.sqlName() + " LIMIT 1");
              ResultSet result = statement.executeQuery()) {
            any[0] = result.next();
          }
        });
    return any[0];
  }

  private static List<Object[]> find(
      MySqlDatabase database,
      BoundTable table,
      int[] columns,
      int[] keyColumns,
      List<Object[]> keys,
      String locking) {
    List<Object[]> found = new ArrayList<>();
    if (keys.isEmpty()) {
      return found;
    }
    String sql = sql(table, columns, keyColumns) + locking;
    ask(database, table, sql, keys, result -> found.add(row(result, table, columns)));
    return found;
  }

  private interface RowReader {
    void read(ResultSet result) throws SQLException;
  }

  private static void ask(
      MySqlDatabase database, BoundTable table, String sql, List<Object[]> keys, RowReader reader) {
    List<String> lists = new ArrayList<>();
    for (List<Object[]> portion :
        Portions.of(database, keys, KEYS_PER_STATEMENT, Portions::bytes)) {
      lists.add(KeyList.json(portion));
    }
    database.reading(
        table.table(),
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (String list : lists) {
              statement.setString(1, list);
              try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                  reader.read(result);
                }
              }
            }
          }
        });
  }

  private static String sql(BoundTable table, int[] columns, int[] keyColumns) {
    String names =
        IntStream.of(columns)
            .mapToObj(column -> table.has(column) ? "t." + table.sqlName(column) : "NULL")
            .collect(Collectors.joining(", "));
    // The straight join keeps the optimizer from scanning the table instead of asking its index.
    // Just after a bulk load it knows no better than to take an index of the key's first column.
    String forced =
        table.uniqueIndex(keyColumns).map(name -> " FORCE INDEX (" + name + ")").orElse("");
    return "SELECT "
        + names
        + " FROM "
        + KeyList.table(table, keyColumns)
        + " STRAIGHT_JOIN "
        + table.sqlName()
        + " t"
        + forced
        + " ON "
        + KeyList.matches(table, keyColumns);
  }

  static Object[] row(ResultSet result, BoundTable table, int[] columns) throws SQLException {
    Object[] row = new Object[columns.length];
    for (int i = 0; i < columns.length; i++) {
      Column column = table.table().columns().get(columns[i]);
      // The driver takes long to write a date-time as text.
      row[i] =
          column.type() == ColumnType.DATETIME
              ? result.getObject(i + 1, LocalDateTime.class)
              : ColumnValues.fromText(column, result.getString(i + 1));
    }
    return row;
  }

  /** Date-times go as text, so that no layer shifts them. */
  static void bind(PreparedStatement statement, int parameter, Object value) throws SQLException {
    if (value instanceof Long number) {
      statement.setLong(parameter, number);
    } else if (value instanceof Boolean bool) {
      statement.setInt(parameter, bool ? 1 : 0);
    } else if (value instanceof LocalDateTime
        || value instanceof LocalDate
        || value instanceof String) {
      statement.setString(parameter, ColumnValues.text(value));
    } else {
      statement.setObject(parameter, value);
    }
  }
}
