package org.openedx.devdata.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds rows by lists of key values: one statement for up to {@value #KEYS_PER_STATEMENT} keys,
 * never one for each. Stateless.
 */
public final class RowLookup {

  /**
   * Keeps statements small and the optimizer's range analysis within its memory; from 1,000 values
   * on, MariaDB would turn a list into a temporary table.
   */
  static final int KEYS_PER_STATEMENT = 900;

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
    List<Object[]> found = new ArrayList<>();
    for (int from = 0; from < keys.size(); from += KEYS_PER_STATEMENT) {
      List<Object[]> chunk = keys.subList(from, Math.min(from + KEYS_PER_STATEMENT, keys.size()));
      String sql = select(table, columns, keyColumns, chunk.size());
      try (PreparedStatement statement = database.connection().prepareStatement(sql)) {
        int parameter = 1;
        for (Object[] key : chunk) {
          for (Object value : key) {
            bind(statement, parameter++, value);
          }
        }
        read(statement, table, columns, found);
      } catch (SQLException e) {
        throw SqlFailures.explain(
            database.settings().label() + ": look-up in " + table.table() + " failed", e);
      }
    }
    return found;
  }

  private static String select(BoundTable table, int[] columns, int[] keyColumns, int count) {
    String names =
        IntStream.of(columns)
            .mapToObj(column -> table.has(column) ? "t." + table.sqlName(column) : "NULL")
            .collect(Collectors.joining(", "));
    String from = "SELECT " + names + " FROM " + table.sqlName() + " t";
    if (keyColumns.length == 1) {
      return from
          + " WHERE t."
          + table.sqlName(keyColumns[0])
          + " IN (?"
          + ",?".repeat(count - 1)
          + ")";
    }
    return from
        + " JOIN ("
        + keyRows(keyColumns.length, count)
        + ") k ON "
        + matches(table, keyColumns);
  }

  /**
   * Keys of several columns as a table to join. A list of tuples would do the same, but MariaDB's
   * optimizer takes time with the square of its length (1,000 tuples: 1.2 s against 18 ms).
   */
  private static String keyRows(int width, int count) {
    String names =
        IntStream.range(0, width)
            .mapToObj(column -> "? AS k" + column)
            .collect(Collectors.joining(", "));
    return "SELECT " + names + (" UNION ALL SELECT ?" + ",?".repeat(width - 1)).repeat(count - 1);
  }

  /** Text of the key is brought to the column's own collation: two others would not mix. */
  private static String matches(BoundTable table, int[] keyColumns) {
    return IntStream.range(0, keyColumns.length)
        .mapToObj(
            i -> {
              LiveColumn live = table.live(keyColumns[i]);
              String key =
                  live.charset().isEmpty()
                      ? "k.k" + i
                      : "CONVERT(k.k"
                          + i
                          + " USING "
                          + live.charset()
                          + ") COLLATE "
                          + live.collation();
              return "t." + table.sqlName(keyColumns[i]) + " = " + key;
            })
        .collect(Collectors.joining(" AND "));
  }

  private static void read(
      PreparedStatement statement, BoundTable table, int[] columns, List<Object[]> found)
      throws SQLException {
    try (ResultSet result = statement.executeQuery()) {
      while (result.next()) {
        Object[] row = new Object[columns.length];
        for (int i = 0; i < columns.length; i++) {
          row[i] =
              ColumnValues.fromText(
                  table.table().columns().get(columns[i]), result.getString(i + 1));
        }
        found.add(row);
      }
    }
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
