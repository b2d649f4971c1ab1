package org.openedx.devdata.jdbc.rows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.SqlFailures;
import org.openedx.devdata.jdbc.schema.BoundTable;
import org.openedx.devdata.jdbc.table.Ddl;

/**
 * Inserts many rows into one table: by {@code LOAD DATA LOCAL} where the server takes it and the
 * rows are many, otherwise by multi-row {@code INSERT}. Stateless.
 *
 * <p>{@code LOAD DATA LOCAL} turns errors into warnings and skips rows; so its row and warning
 * counts are checked, and at the slightest difference it is taken back and done again by {@code
 * INSERT}, which names the row that the server refuses.
 */
public final class BulkInsert {

  /** Below this many rows the round trips of {@code LOAD DATA} cost more than they save. */
  static final int LOAD_DATA_FROM = 200;

  private static final int PARAMETERS_PER_INSERT = 10_000;

  private BulkInsert() {}

  /**
   * Inserts rows in the order of the list.
   *
   * @param columns indexes of the columns that the rows carry
   * @param rows values in that order
   * @return the keys that the server numbered, in the order of the rows; empty when the primary key
   *     is not numbered by the server
   * @throws RowRejectedException naming the first row that the server refuses
   */
  public static long[] insert(
      MySqlDatabase database, BoundTable table, int[] columns, List<Object[]> rows) {
    if (rows.isEmpty()) {
      return new long[0];
    }
    boolean numbered = table.table().primaryKey().auto();
    try {
      boolean onlyNumbered = columns.length + table.extras().size() == 0;
      if (database.takesLocalInfile() && rows.size() >= LOAD_DATA_FROM && !onlyNumbered) {
        Savepoint before = Savepoint.set(database.connection(), "devdata_load");
        long[] keys = loadOrNull(database, table, columns, rows, numbered);
        if (keys != null) {
          before.release();
          return keys;
        }
        before.rollback();
      }
      return insertChunks(database, table, columns, rows, numbered);
    } catch (SQLException e) {
      throw SqlFailures.explain(
          database.settings().label() + ": insert into " + table.table() + " failed", e);
    }
  }

  /** As {@link #loadData}; a row that a trigger refuses is found by inserting, too. */
  private static long[] loadOrNull(
      MySqlDatabase database,
      BoundTable table,
      int[] columns,
      List<Object[]> rows,
      boolean numbered)
      throws SQLException {
    try {
      return loadData(database, table, columns, rows, numbered);
    } catch (SQLException e) {
      if (SqlFailures.isAboutRows(e)) {
        return null;
      }
      throw e;
    }
  }

  /** The numbered keys, or null when the server did not take exactly these rows. */
  private static long[] loadData(
      MySqlDatabase database,
      BoundTable table,
      int[] columns,
      List<Object[]> rows,
      boolean numbered)
      throws SQLException {
    String sql =
        "LOAD DATA LOCAL INFILE 'devdata' INTO TABLE "
            + table.sqlName()
            + " CHARACTER SET utf8mb4 FIELDS TERMINATED BY '\\t' ESCAPED BY '\\\\'"
            + " LINES TERMINATED BY '\\n' ("
            + names(table, columns)
            + ")";
    try (Statement statement = database.connection().createStatement()) {
      Iterator<Object[]> withExtras = rows.stream().map(row -> extended(table, row)).iterator();
      long inserted = LocalInfile.load(statement, sql, new RowText(withExtras));
      if (inserted != rows.size() || number(statement, "SELECT @@warning_count") > 0) {
        return null;
      }
      if (!numbered) {
        return new long[0];
      }
      long first = number(statement, "SELECT LAST_INSERT_ID()");
      return database.numbersInRow()
          ? LongStream.range(first, first + rows.size()).toArray()
          : numberedKeys(statement, table, first, rows.size());
    }
  }

  /**
   * Keys of the rows just loaded, from a server that may leave gaps for other sessions. They are
   * those from the first one on that this transaction sees: other sessions' rows are either older
   * or not visible to its snapshot. Nearly always they follow each other all the same; otherwise
   * they are read.
   */
  private static long[] numberedKeys(Statement statement, BoundTable table, long first, int count)
      throws SQLException {
    String key = table.sqlName(table.table().primaryKeyIndex());
    String loaded = " FROM " + table.sqlName() + " WHERE " + key + " >= " + first;
    try (ResultSet range =
        statement.executeQuery("SELECT COUNT(*), MIN(" + key + "), MAX(" + key + ")" + loaded)) {
      range.next();
      if (range.getLong(1) != count) {
        return null;
      }
      if (range.getLong(3) - range.getLong(2) == count - 1) {
        return LongStream.rangeClosed(range.getLong(2), range.getLong(3)).toArray();
      }
    }
    long[] keys = new long[count];
    try (ResultSet each = statement.executeQuery("SELECT " + key + loaded + " ORDER BY " + key)) {
      for (int row = 0; row < count && each.next(); row++) {
        keys[row] = each.getLong(1);
      }
    }
    return keys;
  }

  private static long number(Statement statement, String query) throws SQLException {
    try (ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getLong(1);
    }
  }

  private static long[] insertChunks(
      MySqlDatabase database,
      BoundTable table,
      int[] columns,
      List<Object[]> rows,
      boolean numbered)
      throws SQLException {
    Connection connection = database.connection();
    int width = Math.max(1, columns.length + table.extras().size());
    int size = Math.max(1, Math.min(1_000, PARAMETERS_PER_INSERT / width));
    long[] keys = new long[numbered ? rows.size() : 0];
    long extras = Portions.bytes(table.extras().values().toArray());
    int to = 0;
    for (List<Object[]> portion :
        Portions.of(database, rows, size, row -> Portions.bytes(row) + extras)) {
      int from = to;
      to += portion.size();
      Savepoint before = Savepoint.set(connection, "devdata_insert");
      try {
        insertOnce(connection, table, columns, rows, from, to, keys);
        before.release();
      } catch (SQLException refused) {
        if (!SqlFailures.isAboutRows(refused)) {
          throw refused;
        }
        before.rollback();
        throw new RowRejectedException(
            firstRefused(connection, table, columns, rows, from, to), refused);
      }
    }
    return keys;
  }

  /** Halves the range until one row is left that the server refuses. */
  private static int firstRefused(
      Connection connection, BoundTable table, int[] columns, List<Object[]> rows, int from, int to)
      throws SQLException {
    int start = from;
    int end = to;
    while (end - start > 1) {
      int middle = (start + end) >>> 1;
      try {
        insertOnce(connection, table, columns, rows, start, middle, new long[0]);
        start = middle;
      } catch (SQLException refused) {
        end = middle;
      }
    }
    return start;
  }

  private static void insertOnce(
      Connection connection,
      BoundTable table,
      int[] columns,
      List<Object[]> rows,
      int from,
      int to,
      long[] keys)
      throws SQLException {
    int width = columns.length + table.extras().size();
    String tuple = width == 0 ? "()" : "(?" + ",?".repeat(width - 1) + ")";
    String sql =
        "INSERT INTO "
            + table.sqlName()
            + " ("
            + names(table, columns)
            + ") VALUES "
            + tuple
            + ("," + tuple).repeat(to - from - 1);
    try (PreparedStatement statement =
        connection.prepareStatement(
            sql, keys.length > 0 ? Statement.RETURN_GENERATED_KEYS : Statement.NO_GENERATED_KEYS)) {
      int parameter = 1;
      for (int row = from; row < to; row++) {
        for (Object value : extended(table, rows.get(row))) {
          RowLookup.bind(statement, parameter++, value);
        }
      }
      statement.executeUpdate();
      if (keys.length > 0) {
        // A multi-row insert numbers its rows one after the other, whatever other sessions do.
        try (ResultSet generated = statement.getGeneratedKeys()) {
          for (int row = from; row < to && generated.next(); row++) {
            keys[row] = generated.getLong(1);
          }
        }
      }
    }
  }

  private static String names(BoundTable table, int[] columns) {
    return Stream.concat(
            IntStream.of(columns).mapToObj(table::sqlName),
            table.extras().keySet().stream().map(Ddl::quote))
        .collect(Collectors.joining(", "));
  }

  private static Object[] extended(BoundTable table, Object[] row) {
    if (table.extras().isEmpty()) {
      return row;
    }
    Object[] wider = java.util.Arrays.copyOf(row, row.length + table.extras().size());
    int next = row.length;
    for (String value : table.extras().values()) {
      wider[next++] = value;
    }
    return wider;
  }
}
