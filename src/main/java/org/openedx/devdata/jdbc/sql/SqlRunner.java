package org.openedx.devdata.jdbc.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.jdbc.MySqlDatabase;

/** Runs a person's statements on one connection, in one transaction. Stateless. */
public final class SqlRunner {

  /** Connector/J then hands rows over as they come instead of collecting them. */
  private static final int ROW_BY_ROW = Integer.MIN_VALUE;

  private static final Pattern NEAR =
      Pattern.compile("near '(?<text>.*)' at line (?<line>\\d+)", Pattern.DOTALL);

  private SqlRunner() {}

  /**
   * Runs statements and commits when all have succeeded.
   *
   * @param source name of the script, for messages
   * @throws DatabaseException naming the place of the statement that failed; nothing is committed
   */
  public static void run(
      MySqlDatabase database,
      String source,
      List<SqlStatement> statements,
      ResultListener listener) {
    for (SqlStatement statement : statements) {
      try {
        run(database.handle().getConnection(), statement, listener);
      } catch (SQLException e) {
        throw new DatabaseException(source + ":" + place(statement, e) + ": " + message(e), e);
      }
    }
    database.commit();
  }

  private static void run(Connection connection, SqlStatement sql, ResultListener listener)
      throws SQLException {
    try (Statement statement =
        connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
      statement.setFetchSize(ROW_BY_ROW);
      if (statement.execute(sql.text())) {
        try (ResultSet result = statement.getResultSet()) {
          rows(result, listener);
        }
      } else {
        listener.changed(statement.getLargeUpdateCount());
      }
    }
  }

  private static void rows(ResultSet result, ResultListener listener) throws SQLException {
    ResultSetMetaData meta = result.getMetaData();
    List<ResultColumn> columns = new ArrayList<>();
    for (int column = 1; column <= meta.getColumnCount(); column++) {
      columns.add(new ResultColumn(meta.getColumnLabel(column), number(meta, column)));
    }
    try {
      listener.rows(columns, taker -> read(result, meta, columns.size(), taker));
    } catch (ReadFailure e) {
      throw (SQLException) e.getCause();
    }
  }

  private static void read(
      ResultSet result, ResultSetMetaData meta, int columns, Predicate<List<Object>> taker) {
    try {
      boolean wanted = true;
      while (wanted && result.next()) {
        List<Object> row = new ArrayList<>(columns);
        for (int column = 1; column <= columns; column++) {
          row.add(value(result, meta, column));
        }
        wanted = taker.test(row);
      }
    } catch (SQLException e) {
      throw new ReadFailure(e);
    }
  }

  private static boolean number(ResultSetMetaData meta, int column) throws SQLException {
    return switch (meta.getColumnType(column)) {
      case Types.TINYINT,
          Types.SMALLINT,
          Types.INTEGER,
          Types.BIGINT,
          Types.DECIMAL,
          Types.NUMERIC,
          Types.REAL,
          Types.FLOAT,
          Types.DOUBLE ->
          true;
      default -> false;
    };
  }

  private static Object value(ResultSet result, ResultSetMetaData meta, int column)
      throws SQLException {
    Object value =
        switch (meta.getColumnType(column)) {
          case Types.TINYINT, Types.SMALLINT, Types.INTEGER -> result.getLong(column);
          case Types.BIGINT, Types.DECIMAL, Types.NUMERIC -> result.getBigDecimal(column);
          case Types.REAL, Types.FLOAT, Types.DOUBLE -> result.getDouble(column);
          case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB, Types.BIT ->
              hex(result.getBytes(column));
          default -> result.getString(column);
        };
    return result.wasNull() ? null : value;
  }

  private static String hex(byte[] bytes) {
    return bytes == null ? null : "0x" + HexFormat.of().formatHex(bytes);
  }

  /** Place at which the server failed; the beginning of the statement when it does not say. */
  private static String place(SqlStatement statement, SQLException e) {
    Matcher near = NEAR.matcher(String.valueOf(e.getMessage()));
    int index = 0;
    if (near.find()) {
      int from = 0;
      for (int line = 1; line < Integer.parseInt(near.group("line")); line++) {
        from = statement.text().indexOf('\n', from) + 1;
      }
      String text = near.group("text");
      index = text.isEmpty() ? statement.text().length() : statement.text().indexOf(text, from);
    }
    return statement.placeOf(Math.max(index, 0));
  }

  private static String message(SQLException e) {
    String message = String.valueOf(e.getMessage()).strip();
    return message.replaceAll("\\s+", " ");
  }
}
