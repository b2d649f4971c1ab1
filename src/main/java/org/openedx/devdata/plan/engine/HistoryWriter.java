package org.openedx.devdata.plan.engine;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openedx.devdata.jdbc.BoundTable;
import org.openedx.devdata.jdbc.BulkInsert;
import org.openedx.devdata.jdbc.Column;
import org.openedx.devdata.jdbc.ColumnType;
import org.openedx.devdata.jdbc.ColumnValues;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.RowLookup;
import org.openedx.devdata.jdbc.SchemaBinding;
import org.openedx.devdata.jdbc.Table;
import org.openedx.devdata.plan.StoredRows;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.random.RandomStream;
import org.openedx.devdata.random.Uuids;

/**
 * Writes the copies that django-simple-history makes of each save: one {@code +} for a created row,
 * one {@code ~} for an updated one. They are collected while rows are written and go in many at a
 * time: their keys are random, and a server takes sorted ones of many chunks faster than those of
 * each chunk. Not thread-safe: belongs to what is written behind.
 */
final class HistoryWriter {

  /** Copies are small: these take some twenty megabytes. */
  private static final int TOGETHER = 100_000;

  private final MySqlDatabase database;
  private final SchemaBinding binding;
  private final Instant now;
  private final RandomStream ids = RandomStream.of(0).derive("history_id");
  private final List<Copies> collected = new ArrayList<>();
  private int count;

  /** Copies of one table's rows, with the columns that they fill; made while the server works. */
  private record Copies(BoundTable twin, int[] columns, CompletableFuture<List<Object[]>> rows) {}

  HistoryWriter(MySqlDatabase database, SchemaBinding binding, Instant now) {
    this.database = database;
    this.binding = binding;
    this.now = now;
  }

  /** Does nothing for a table without history, or where the database lacks the twin. */
  void collect(BoundTable table, List<PlannedRow> created, List<PlannedRow> updated) {
    BoundTable twin = binding.historyOf(table.table());
    if (twin == null) {
      return;
    }
    int[] columns =
        IntStream.range(0, twin.table().columns().size())
            .filter(column -> twin.has(column) && !twin.table().columns().get(column).auto())
            .toArray();
    int[] sources =
        IntStream.of(columns)
            .mapToObj(column -> twin.table().columns().get(column).name())
            .mapToInt(name -> table.table().has(name) ? table.table().indexOf(name) : -1)
            .toArray();
    List<PlannedRow> copied =
        created.stream().filter(row -> row.policy().historyOnCreate()).toList();
    if (!copied.isEmpty()) {
      add(
          twin,
          columns,
          copied.size(),
          CompletableFuture.supplyAsync(
              () ->
                  copied.stream()
                      .map(row -> copy(table.table(), twin, columns, sources, image(row), "+", 0))
                      .toList()));
    }
    if (!updated.isEmpty()) {
      flush(); // The copies that a row has are counted.
      List<Object[]> copies = ofUpdated(table, twin, columns, sources, updated);
      add(twin, columns, copies.size(), CompletableFuture.completedFuture(copies));
    }
    if (count >= TOGETHER) {
      flush();
    }
  }

  private void add(
      BoundTable twin, int[] columns, int size, CompletableFuture<List<Object[]>> rows) {
    collected.add(new Copies(twin, columns, rows));
    count += size;
  }

  /** Writes what is collected. */
  void flush() {
    Map<BoundTable, List<Copies>> byTwin =
        collected.stream()
            .collect(Collectors.groupingBy(Copies::twin, LinkedHashMap::new, Collectors.toList()));
    byTwin.forEach(
        (twin, parts) -> {
          List<Object[]> rows = new ArrayList<>();
          parts.forEach(part -> rows.addAll(part.rows().join()));
          int[] columns = parts.get(0).columns();
          sortByPrimaryKey(twin, columns, rows);
          BulkInsert.insert(database, twin, columns, rows);
        });
    collected.clear();
    count = 0;
  }

  /** Random keys go in by their order: the server then touches each page of its tree once. */
  private static void sortByPrimaryKey(BoundTable twin, int[] columns, List<Object[]> rows) {
    int place = Arrays.binarySearch(columns, twin.table().primaryKeyIndex());
    if (place >= 0) {
      rows.sort(Comparator.comparing(copy -> (String) copy[place]));
    }
  }

  /** Column values of a new row, by column index. */
  private static Object[] image(PlannedRow row) {
    Object[] image = new Object[row.table().columns().size()];
    for (int column = 0; column < image.length; column++) {
      image[column] = row.cell(column).written();
    }
    image[row.table().primaryKeyIndex()] = row.key();
    return image;
  }

  /** Updated rows are read back whole: the spec names only some of their columns. */
  private List<Object[]> ofUpdated(
      BoundTable table, BoundTable twin, int[] columns, int[] sources, List<PlannedRow> updated) {
    List<Object[]> copies = new ArrayList<>();
    List<Object[]> keys = updated.stream().map(row -> new Object[] {row.key()}).toList();
    Map<Object, Long> earlier = earlierCopies(table, twin, keys);
    int[] all = IntStream.range(0, table.table().columns().size()).filter(table::has).toArray();
    int primaryKey = table.table().primaryKeyIndex();
    for (Object[] values : RowLookup.find(database, table, all, new int[] {primaryKey}, keys)) {
      Object[] image = StoredRows.spread(table, all, values);
      copies.add(
          copy(
              table.table(),
              twin,
              columns,
              sources,
              image,
              "~",
              earlier.getOrDefault(image[primaryKey], 0L)));
    }
    return copies;
  }

  private Map<Object, Long> earlierCopies(BoundTable table, BoundTable twin, List<Object[]> keys) {
    int copied = twin.table().indexOf(table.table().primaryKey().name());
    Map<Object, Long> counts = new HashMap<>();
    for (Object[] row :
        RowLookup.find(database, twin, new int[] {copied}, new int[] {copied}, keys)) {
      counts.merge(row[0], 1L, Long::sum);
    }
    return counts;
  }

  /**
   * A copy of a row.
   *
   * @param sources for each column of the copy the index of the copied one, or -1
   */
  private Object[] copy(
      Table source,
      BoundTable twin,
      int[] columns,
      int[] sources,
      Object[] image,
      String type,
      long earlier) {
    Object[] values = new Object[columns.length];
    for (int i = 0; i < columns.length; i++) {
      Column column = twin.table().columns().get(columns[i]);
      values[i] =
          switch (column.name()) {
            case "history_id" -> historyId(source, image, type, earlier, column);
            case "history_date" -> ColumnValues.utc(now);
            case "history_type" -> type;
            case "history_change_reason", "history_user_id" -> null;
            default -> sources[i] < 0 ? null : copied(source, sources[i], image, column);
          };
    }
    return values;
  }

  /** A column that only the copy has in this database gets what a new row would have. */
  private Object copied(Table source, int index, Object[] image, Column column) {
    Object value = image[index];
    return value == null && column.mustBeSupplied()
        ? ColumnValues.defaultOf(source.columns().get(index), now)
        : value;
  }

  /** Distinct for each save of a row, and the same whenever the same run is made again. */
  private Object historyId(Table source, Object[] image, String type, long earlier, Column column) {
    if (column.type() != ColumnType.UUID) {
      return null;
    }
    long key =
        ids.at(
            source.name()
                + "/"
                + image[source.primaryKeyIndex()]
                + "/"
                + now
                + "/"
                + type
                + earlier);
    byte[] hex = new byte[Uuids.HEX_LENGTH];
    Uuids.writeHex(Uuids.high4(Draw.of(key, 0)), Uuids.low(Draw.of(key, 1)), hex, 0);
    return new String(hex, StandardCharsets.US_ASCII);
  }
}
