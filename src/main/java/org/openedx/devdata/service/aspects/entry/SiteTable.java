package org.openedx.devdata.service.aspects.entry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.TableName;
import org.openedx.devdata.jdbc.sql.ResultColumn;
import org.openedx.devdata.jdbc.sql.ResultListener;
import org.openedx.devdata.jdbc.sql.ResultRows;
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

  private static final String TIME = "emission_time";

  /** Ids that a query names at once. */
  private static final int IDS = 20_000;

  /** Each DELETE goes through whole parts of a table, so it names many rows at once. */
  private static final int ROWS_OF_A_DELETE = 20_000;

  static final Map<String, String> LONG_STATEMENTS =
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

  String idColumn() {
    return table.idColumn();
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

  /** Rows with these ids in a stretch of time, repeated ones once. */
  List<Found> find(Stretch stretch, Collection<UUID> ids) {
    return find(stretch, ids, "");
  }

  /**
   * The same of rows that a condition takes.
   *
   * @param more {@code AND} and the condition; empty for none
   */
  List<Found> find(Stretch stretch, Collection<UUID> ids, String more) {
    List<Found> found = new ArrayList<>();
    String within = within(stretch);
    each(ids, some -> read(within + table.idColumn() + " IN " + some + more, found));
    return found;
  }

  /** Rows of other tables than statements have no time. */
  private String within(Stretch stretch) {
    return table.holdsStatements() ? stretch.contains(TIME) + " AND " : "";
  }

  /** Numbers of statements by month, as {@code toYYYYMM} counts months in UTC. */
  SortedMap<Integer, Long> months() {
    SortedMap<Integer, Long> months = new TreeMap<>();
    String query = "SELECT toYYYYMM(%s, 'UTC') AS month, count() FROM %s GROUP BY month";
    for (List<String> row : server.rows(query.formatted(TIME, name().quoted()))) {
      months.put(Integer.parseInt(row.get(0)), Long.parseLong(row.get(1)));
    }
    return months;
  }

  /** Ids of the statements of a stretch of time with their hashes. */
  IdSet between(Stretch stretch) {
    IdSet found = new IdSet();
    stream(
        server,
        "SELECT toString(%s), toString(%s) FROM %s WHERE %s"
            .formatted(table.idColumn(), hash(), name().quoted(), stretch.contains(TIME)),
        row -> {
          UUID id = UUID.fromString((String) row.get(0));
          found.add(
              id.getMostSignificantBits(),
              id.getLeastSignificantBits(),
              Long.parseUnsignedLong((String) row.get(1)));
        });
    return found;
  }

  /** Hands over the rows of a query one by one. */
  static void stream(ClickHouse server, String query, Consumer<List<Object>> taker) {
    server.query(
        query,
        new ResultListener() {
          @Override
          public void rows(List<ResultColumn> columns, ResultRows rows) {
            rows.read(
                row -> {
                  taker.accept(row);
                  return true;
                });
          }

          @Override
          public void changed(long rows) {
            // A query changes nothing.
          }
        });
  }

  /** Number of different statements of a stretch of time. */
  long count(Stretch stretch) {
    return Long.parseLong(
        server.value(
            "SELECT uniqExact(%s) FROM %s WHERE %s"
                .formatted(table.idColumn(), name().quoted(), stretch.contains(TIME))));
  }

  private void read(String condition, List<Found> found) {
    String query =
        "SELECT DISTINCT toString(%s), toString(%s) FROM %s WHERE %s"
            .formatted(table.idColumn(), hash(), name().quoted(), condition);
    for (List<String> row : server.rows(query, LONG_STATEMENTS)) {
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
      // Pairs would say the same, but ClickHouse takes minutes to read thousands of them.
      String hashes =
          some.stream()
              .map(row -> Long.toUnsignedString(row.hash()))
              .collect(Collectors.joining(", ", "(", ")"));
      String ids = list(some.stream().map(Found::id).toList());
      remove("%s IN %s AND %s IN %s".formatted(table.idColumn(), ids, hash(), hashes));
    }
  }

  /** Removes all rows with these ids in a stretch of time, whatever else they are. */
  void delete(Stretch stretch, Collection<UUID> ids) {
    List<UUID> all = List.copyOf(ids);
    for (int from = 0; from < all.size(); from += ROWS_OF_A_DELETE) {
      String some = list(all.subList(from, Math.min(from + ROWS_OF_A_DELETE, all.size())));
      remove(within(stretch) + table.idColumn() + " IN " + some);
    }
  }

  /** Removes all statements of a stretch of time. */
  void delete(Stretch stretch) {
    remove(stretch.contains(TIME));
  }

  private void remove(String condition) {
    server.run(
        "DELETE FROM %s%s WHERE %s".formatted(name().quoted(), names.onCluster(), condition),
        LONG_STATEMENTS);
  }

  private static void each(Collection<UUID> ids, Consumer<String> action) {
    List<UUID> all = List.copyOf(ids);
    for (int from = 0; from < all.size(); from += IDS) {
      action.accept(list(all.subList(from, Math.min(from + IDS, all.size()))));
    }
  }

  static String list(Collection<UUID> ids) {
    return ids.stream().map(id -> "'" + id + "'").collect(Collectors.joining(", ", "(", ")"));
  }
}
