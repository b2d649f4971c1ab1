package org.openedx.devdata.jdbc.stream;

import com.mysql.cj.NativeSession;
import com.mysql.cj.jdbc.JdbcConnection;
import com.mysql.cj.protocol.SocketConnection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.jdbc.catalog.CatalogColumn;
import org.openedx.devdata.jdbc.catalog.CatalogTable;
import org.openedx.devdata.jdbc.table.Ddl;

/**
 * The rows of a table, in the order of its primary key, as lines in the form of {@code LOAD DATA …
 * CHARACTER SET binary}: the bytes that the database stores, whatever the character set; columns
 * that the server computes are left out. {@link RowFields} reads values out of a line. The
 * connection can do nothing else until the stream is closed. Not thread-safe.
 *
 * <p>The driver sends the query and reads its beginning and end; rows go from its input into the
 * caller's buffer without becoming objects.
 */
public final class TableStream implements AutoCloseable {

  /** Connector/J then leaves rows on the wire until they are asked for. */
  private static final int ROW_BY_ROW = Integer.MIN_VALUE;

  private static final int HEADER = 4;

  /** Length of a part of a packet that another part follows. */
  private static final int FULL = 0xffffff;

  private static final int END = 0xfe;

  private final Statement statement;
  private final ResultSet result;
  private final ServerInput input;
  private boolean ended;

  private TableStream(Statement statement, ResultSet result, ServerInput input) {
    this.statement = statement;
    this.result = result;
    this.input = input;
  }

  /** Starts to read all rows of a table of the connection's database. */
  public static TableStream open(Connection connection, CatalogTable table) throws SQLException {
    return open(connection, table, table.name(), "");
  }

  /**
   * Starts to read some rows of a table.
   *
   * @param name of a table with these columns, which may be another one
   * @param where condition in SQL, such as {@code `id` < 100}; empty for all rows
   */
  public static TableStream open(
      Connection connection, CatalogTable table, String name, String where) throws SQLException {
    ServerInput input = input(connection);
    Statement statement =
        connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
    try {
      // Texts come as they are stored.
      statement.execute("SET character_set_results = NULL");
      statement.setFetchSize(ROW_BY_ROW);
      return new TableStream(statement, statement.executeQuery(query(table, name, where)), input);
    } catch (SQLException e) {
      statement.close();
      throw e;
    }
  }

  private static ServerInput input(Connection connection) throws SQLException {
    SocketConnection socket =
        ((NativeSession) connection.unwrap(JdbcConnection.class).getSession())
            .getProtocol()
            .getSocketConnection();
    try {
      if (socket.getMysqlInput() instanceof ServerInput ours) {
        return ours;
      }
      ServerInput input = new ServerInput(socket.getMysqlInput());
      socket.setMysqlInput(input);
      return input;
    } catch (IOException e) {
      throw new SQLException("the connection is closed", "08003", e);
    }
  }

  private static String query(CatalogTable table, String name, String where) {
    String columns =
        table.stored().stream().map(TableStream::expression).collect(Collectors.joining(", "));
    String order = table.primaryKey().stream().map(Ddl::quote).collect(Collectors.joining(", "));
    return "SELECT "
        + columns
        + " FROM "
        + Ddl.quote(name)
        + (order.isEmpty() ? "" : " FORCE INDEX (PRIMARY)")
        + (where.isEmpty() ? "" : " WHERE " + where)
        + (order.isEmpty() ? "" : " ORDER BY " + order);
  }

  /** A float alone would come rounded to six digits. */
  private static String expression(CatalogColumn column) {
    String name = Ddl.quote(column.name());
    return column.dataType().equals("float") ? name + " + 0e0" : name;
  }

  /**
   * Appends the next row, with its line feed.
   *
   * @return false, and nothing is appended, after the last row
   */
  public boolean next(OutputBytes into) throws SQLException {
    if (ended) {
      return false;
    }
    try {
      input.require(HEADER + 1);
      int length = length();
      int first = input.array()[input.position() + HEADER] & 0xff;
      if (first >= END && length < FULL) {
        // The end, or a failure: the driver knows what to make of it.
        ended = !result.next();
        return false;
      }
      if (length == FULL) {
        byte[] packet = parts();
        TextRow.append(packet, 0, packet.length, into);
        return true;
      }
      input.require(HEADER + length);
      int from = input.position() + HEADER;
      TextRow.append(input.array(), from, from + length, into);
      input.advance(HEADER + length);
      return true;
    } catch (IOException e) {
      throw new SQLException("Communications link failure", "08S01", e);
    }
  }

  private int length() {
    byte[] array = input.array();
    int at = input.position();
    return array[at] & 0xff | (array[at + 1] & 0xff) << 8 | (array[at + 2] & 0xff) << 16;
  }

  /** A row of more than 16 MB, put together. */
  private byte[] parts() throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream(2 * FULL);
    int length;
    do {
      input.require(HEADER);
      length = length();
      input.advance(HEADER);
      whole.write(input.take(length));
    } while (length == FULL);
    return whole.toByteArray();
  }

  /** Ends the stream; what was not read yet is read and dropped. */
  @Override
  public void close() throws SQLException {
    try (Statement last = statement) {
      result.close();
      last.execute("SET character_set_results = utf8mb4");
    }
  }
}
