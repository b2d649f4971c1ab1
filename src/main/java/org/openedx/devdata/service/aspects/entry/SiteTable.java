package org.openedx.devdata.service.aspects.entry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.TableName;
import org.openedx.devdata.service.aspects.AspectsNames;
import org.openedx.devdata.sink.delivery.RowBinaryBuffer;
import org.openedx.devdata.world.dump.ColumnType;
import org.openedx.devdata.world.dump.DumpTable;

/**
 * A table of the site: reads the ids and hashes of rows, adds rows and removes them.
 *
 * @param server the site's
 * @param names what it has named its databases
 * @param table which of them
 * @param inserts names each insert
 */
record SiteTable(ClickHouse server, AspectsNames names, DumpTable table, InsertNames inserts) {

  /** So many ids stay below the size that ClickHouse allows a statement. */
  private static final int IDS = 4_000;

  /** Each DELETE goes through whole parts of a table, so it names many rows at once. */
  private static final int ROWS_OF_A_DELETE = 20_000;

  private static final Map<String, String> LONG_STATEMENTS =
      Map.of("max_query_size", "33554432", "max_ast_elements", "1000000");

  /**
   * A row as it is.
   *
   * @param hash as in {@link Row}
   */
  record Found(UUID id, long hash) {}

  TableName name() {
    return names.of(table);
  }

  /** The hash of a row, as {@link RowChunk} computes it. */
  private String hash() {
    if (table.holdsStatements()) {
      return "xxHash64(event)";
    }
    return table.columns().stream()
        .map(
            column ->
                column.type() == ColumnType.BOOL
                    ? "toString(toUInt8(" + TableName.quote(column.name()) + "))"
                    : "toString(" + TableName.quote(column.name()) + ")")
        .collect(Collectors.joining(", '\\t', ", "xxHash64(concat(", ", '\\t'))"));
  }

  /** Rows with these ids, repeated ones once. */
  List<Found> find(Collection<UUID> ids) {
    List<Found> found = new ArrayList<>();
    each(ids, some -> read(table.idColumn() + " IN " + some, found));
    return found;
  }

  /** Statements of a stretch of time. */
  List<Found> between(Stretch stretch) {
    List<Found> found = new ArrayList<>();
    read(stretch.condition(), found);
    return found;
  }

  private void read(String condition, List<Found> found) {
    String query =
        "SELECT DISTINCT toString(%s), toString(%s) FROM %s WHERE %s"
            .formatted(table.idColumn(), hash(), name().quoted(), condition);
    for (List<String> row : server.rows(query)) {
      found.add(new Found(UUID.fromString(row.get(0)), Long.parseUnsignedLong(row.get(1))));
    }
  }

  /** Adds rows, in the bytes of their chunk. */
  void insert(RowBinaryBuffer bytes, List<Row> rows) {
    if (!rows.isEmpty()) {
      server.insert(
          name(),
          table.columns().stream().map(DumpTable.Column::name).toList(),
          out -> {
            for (Row row : rows) {
              out.write(bytes.array(), row.from(), row.to() - row.from());
            }
          },
          rows.size(),
          inserts.next(),
          Map.of());
    }
  }

  /** Removes rows as they are. */
  void delete(Collection<Found> rows) {
    List<Found> all = List.copyOf(rows);
    for (int from = 0; from < all.size(); from += ROWS_OF_A_DELETE) {
      List<Found> some = all.subList(from, Math.min(from + ROWS_OF_A_DELETE, all.size()));
      String pairs =
          some.stream()
              .map(row -> "('%s', %s)".formatted(row.id(), Long.toUnsignedString(row.hash())))
              .collect(Collectors.joining(", ", "(", ")"));
      remove("(%s, %s) IN %s".formatted(table.idColumn(), hash(), pairs));
    }
  }

  /**
   * A stretch of time.
   *
   * @param from its begin, microseconds since 1970
   * @param to its end, which belongs to it
   */
  record Stretch(long from, long to) {

    private String condition() {
      return "emission_time >= fromUnixTimestamp64Micro(%d) AND emission_time <= fromUnixTimestamp64Micro(%d)"
          .formatted(from, to);
    }
  }

  /** Removes all statements of stretches of time. */
  void deleteStretches(List<Stretch> stretches) {
    remove(stretches.stream().map(Stretch::condition).collect(Collectors.joining(" OR ")));
  }

  private void remove(String condition) {
    server.run(
        "DELETE FROM %s%s WHERE %s".formatted(name().quoted(), names.onCluster(), condition),
        LONG_STATEMENTS);
  }

  private static void each(Collection<UUID> ids, Consumer<String> action) {
    List<UUID> all = List.copyOf(ids);
    for (int from = 0; from < all.size(); from += IDS) {
      action.accept(
          all.subList(from, Math.min(from + IDS, all.size())).stream()
              .map(id -> "'" + id + "'")
              .collect(Collectors.joining(", ", "(", ")")));
    }
  }
}
