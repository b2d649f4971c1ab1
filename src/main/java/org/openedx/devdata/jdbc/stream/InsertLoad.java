package org.openedx.devdata.jdbc.stream;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.openedx.devdata.jdbc.catalog.CatalogColumn;
import org.openedx.devdata.jdbc.table.Ddl;

/**
 * Lines loaded by multi-row {@code INSERT}, for servers that take no {@code LOAD DATA LOCAL} (MySQL
 * by default); texts and bytes go as hexadecimal literals, so that no character set touches them.
 * For one table.
 */
final class InsertLoad {

  /** Characters of a statement, well below what any server takes in a packet. */
  private static final int STATEMENT = 900_000;

  private final Statement statement;
  private final List<CatalogColumn> columns;
  private final String head;

  InsertLoad(Statement statement, String table, List<CatalogColumn> columns) {
    this.statement = statement;
    this.columns = columns;
    this.head =
        columns.stream()
            .filter(Objects::nonNull)
            .map(column -> Ddl.quote(column.name()))
            .collect(
                Collectors.joining(", ", "INSERT INTO " + Ddl.quote(table) + " (", ") VALUES "));
  }

  long load(InputStream lines) throws SQLException {
    long rows = 0;
    StringBuilder sql = new StringBuilder(head);
    try (InputStream in = new BufferedInputStream(lines, 1 << 16)) {
      while (row(in, sql)) {
        if (sql.length() > STATEMENT) {
          rows += execute(sql);
        } else {
          sql.append(',');
        }
      }
    } catch (IOException e) {
      throw new SQLException("the rows could not be read: " + e.getMessage(), e);
    }
    if (sql.length() > head.length()) {
      sql.setLength(sql.length() - 1);
      rows += execute(sql);
    }
    return rows;
  }

  private long execute(StringBuilder sql) throws SQLException {
    long rows = statement.executeLargeUpdate(sql.toString());
    sql.setLength(head.length());
    return rows;
  }

  private boolean row(InputStream in, StringBuilder sql) throws IOException {
    ByteArrayOutputStream field = new ByteArrayOutputStream();
    boolean begun = false;
    boolean isNull = false;
    int column = 0;
    for (int one = in.read(); one >= 0; one = in.read()) {
      if (!begun) {
        sql.append('(');
        begun = true;
      }
      if (one == '\t' || one == '\n') {
        append(sql, columns.get(column++), isNull, field.toByteArray());
        field.reset();
        isNull = false;
        if (one == '\n') {
          sql.setCharAt(sql.length() - 1, ')');
          return true;
        }
      } else if (one == '\\') {
        int letter = in.read();
        isNull = letter == 'N';
        field.write(RowFields.unescaped((byte) letter));
      } else {
        field.write(one);
      }
    }
    return false;
  }

  private static void append(
      StringBuilder sql, CatalogColumn column, boolean isNull, byte[] bytes) {
    if (column == null) {
      return;
    }
    String hex = "x'" + HexFormat.of().formatHex(bytes) + "'";
    if (isNull) {
      sql.append("NULL");
    } else if (column.isMadeOfText()) {
      sql.append("CONVERT(").append(hex).append(" USING utf8mb4)");
    } else if (column.isText() || column.isBinary()) {
      sql.append(hex);
    } else {
      // Numbers, dates and times, which have no quotes in them.
      sql.append('\'').append(new String(bytes, StandardCharsets.US_ASCII)).append('\'');
    }
    sql.append(',');
  }
}
