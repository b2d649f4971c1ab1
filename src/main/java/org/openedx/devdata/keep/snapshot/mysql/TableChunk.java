package org.openedx.devdata.keep.snapshot.mysql;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.openedx.devdata.jdbc.catalog.CatalogTable;
import org.openedx.devdata.jdbc.table.Ddl;

/**
 * Rows of a table that one connection reads: all, or those with keys in a range.
 *
 * @param table the table
 * @param number of the chunk within the table, from 0
 * @param where condition in SQL; empty for all rows
 */
record TableChunk(CatalogTable table, int number, String where) {

  /** Data that is worth a connection of its own. */
  private static final long BYTES = 64L << 20;

  private static final int MAXIMUM = 64;

  /** Large tables in ranges of a key that is one whole number; others whole. */
  static List<TableChunk> of(Connection connection, CatalogTable table) throws SQLException {
    int wanted = (int) Math.min(table.bytes() / BYTES + 1, MAXIMUM);
    if (wanted == 1 || table.wholeKey().isEmpty()) {
      return List.of(new TableChunk(table, 0, ""));
    }
    String key = Ddl.quote(table.primaryKey().get(0));
    try (Statement statement = connection.createStatement();
        ResultSet range =
            statement.executeQuery(
                "SELECT MIN(%s), MAX(%s) FROM %s".formatted(key, key, Ddl.quote(table.name())))) {
      range.next();
      BigDecimal lowest = range.getBigDecimal(1);
      BigDecimal highest = range.getBigDecimal(2);
      if (lowest == null || highest.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
        return List.of(new TableChunk(table, 0, ""));
      }
      long from = lowest.longValueExact();
      long to = highest.longValueExact();
      List<TableChunk> chunks = new ArrayList<>();
      long step = (to - from) / wanted + 1;
      for (int i = 0; i < wanted && from + i * step <= to; i++) {
        String lower = i == 0 ? "" : key + " >= " + (from + i * step);
        boolean last = from + (i + 1) * step > to || i == wanted - 1;
        String upper = last ? "" : key + " < " + (from + (i + 1) * step);
        chunks.add(
            new TableChunk(
                table, i, lower + (lower.isEmpty() || upper.isEmpty() ? "" : " AND ") + upper));
      }
      return chunks.isEmpty() ? List.of(new TableChunk(table, 0, "")) : chunks;
    }
  }

  /** The largest tables first: no connection is left with a long one at the end. */
  static List<TableChunk> largestFirst(List<TableChunk> chunks) {
    return chunks.stream()
        .sorted(
            Comparator.comparingLong((TableChunk chunk) -> chunk.table().bytes())
                .reversed()
                .thenComparing(chunk -> chunk.table().name())
                .thenComparing(TableChunk::number))
        .toList();
  }

  /** Name of its file. Names of tables may hold any character; those of files may not. */
  String file(int tableNumber) {
    return "%04d-%s.%d.zst"
        .formatted(tableNumber, table.name().replaceAll("[^A-Za-z0-9_]", "_"), number);
  }
}
