package org.openedx.devdata.plan.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.SchemaBinding;
import org.openedx.devdata.jdbc.rows.BulkInsert;
import org.openedx.devdata.jdbc.schema.BoundTable;
import org.openedx.devdata.plan.row.StoredRows;

/**
 * Writes history copies. They are collected while rows are written and go in many at a time: their
 * keys are random, and a server takes sorted ones of many chunks faster than those of each chunk.
 * Not thread-safe: belongs to what is written asynchronously.
 */
final class HistoryWriter {

  /** Copies are small: these take some twenty megabytes. */
  private static final int TOGETHER = 100_000;

  private final MySqlDatabase database;
  private final StoredRows stored;
  private final SchemaBinding binding;
  private final Instant now;
  private final List<Part> collected = new ArrayList<>();
  private int count;

  /** Copies of one table's rows; made while the server works. */
  private record Part(
      BoundTable twin, HistoryCopies copies, CompletableFuture<List<Object[]>> rows) {}

  HistoryWriter(MySqlDatabase database, SchemaBinding binding, Instant now) {
    this.database = database;
    this.stored = new DatabaseRows(database);
    this.binding = binding;
    this.now = now;
  }

  /** Does nothing for a table without history, or where the database lacks the twin. */
  void collect(BoundTable table, List<PlannedRow> created, List<PlannedRow> updated) {
    BoundTable twin = binding.historyOf(table.table());
    if (twin == null) {
      return;
    }
    HistoryCopies copies = new HistoryCopies(table, twin, now);
    List<PlannedRow> copied =
        created.stream().filter(row -> row.policy().historyOnCreate()).toList();
    if (!copied.isEmpty()) {
      collected.add(
          new Part(
              twin,
              copies,
              CompletableFuture.supplyAsync(() -> copied.stream().map(copies::created).toList())));
      count += copied.size();
    }
    if (!updated.isEmpty()) {
      flush(); // The copies that a row has are counted.
      List<Object[]> rows = ofUpdated(table, twin, copies, updated);
      collected.add(new Part(twin, copies, CompletableFuture.completedFuture(rows)));
      count += rows.size();
    }
    if (count >= TOGETHER) {
      flush();
    }
  }

  /** Writes what is collected. */
  void flush() {
    Map<BoundTable, List<Part>> byTwin =
        collected.stream()
            .collect(Collectors.groupingBy(Part::twin, LinkedHashMap::new, Collectors.toList()));
    byTwin.forEach(
        (twin, parts) -> {
          List<Object[]> rows = new ArrayList<>();
          parts.forEach(part -> rows.addAll(part.rows().join()));
          HistoryCopies copies = parts.get(0).copies();
          copies.sortByPrimaryKey(rows);
          BulkInsert.insert(database, twin, copies.columns(), rows);
        });
    collected.clear();
    count = 0;
  }

  /** Updated rows are read back whole: the spec names only some of their columns. */
  private List<Object[]> ofUpdated(
      BoundTable table, BoundTable twin, HistoryCopies copies, List<PlannedRow> updated) {
    List<Object[]> keys = updated.stream().map(row -> new Object[] {row.key()}).toList();
    Map<Object, Long> earlier = earlierCopies(table, twin, keys);
    int[] all = IntStream.range(0, table.table().columns().size()).filter(table::has).toArray();
    int primaryKey = table.table().primaryKeyIndex();
    List<Object[]> rows = new ArrayList<>();
    for (Object[] values : stored.find(table, all, new int[] {primaryKey}, keys)) {
      Object[] image = StoredRows.spread(table, all, values);
      rows.add(copies.updated(image, earlier.getOrDefault(image[primaryKey], 0L)));
    }
    return rows;
  }

  private Map<Object, Long> earlierCopies(BoundTable table, BoundTable twin, List<Object[]> keys) {
    int[] copied = {twin.table().indexOf(table.table().primaryKey().name())};
    Map<Object, Long> counts = new HashMap<>();
    for (Object[] row : stored.find(twin, copied, copied, keys)) {
      counts.merge(row[0], 1L, Long::sum);
    }
    return counts;
  }
}
