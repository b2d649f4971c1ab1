package org.openedx.devdata.plan;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

/**
 * Writes the copies that django-simple-history makes of each save: one {@code +} for a created row,
 * one {@code ~} for an updated one. Not thread-safe.
 */
final class HistoryWriter {

  private final MySqlDatabase database;
  private final SchemaBinding binding;
  private final Instant now;

  HistoryWriter(MySqlDatabase database, SchemaBinding binding, Instant now) {
    this.database = database;
    this.binding = binding;
    this.now = now;
  }

  /** Does nothing for a table without history, or where the database lacks the twin. */
  void write(BoundTable table, List<Row> created, List<Row> updated) {
    BoundTable twin = binding.historyOf(table.table());
    if (twin == null) {
      return;
    }
    int[] columns =
        IntStream.range(0, twin.table().columns().size())
            .filter(column -> twin.has(column) && !twin.table().columns().get(column).auto())
            .toArray();
    List<Object[]> copies = new ArrayList<>();
    for (Row row : created) {
      if (row.historyOnCreate()) {
        copies.add(copy(twin, columns, image(row), "+", 0));
      }
    }
    addUpdated(table, twin, columns, updated, copies);
    BulkInsert.insert(database, twin, columns, copies);
  }

  /** Column values of a new row, by column index. */
  private static Object[] image(Row row) {
    Object[] image = new Object[row.table().columns().size()];
    for (int column = 0; column < image.length; column++) {
      image[column] = Resolved.plain(row.value(column));
    }
    image[row.table().primaryKeyIndex()] = row.key();
    return image;
  }

  /** Updated rows are read back whole: the spec names only some of their columns. */
  private void addUpdated(
      BoundTable table, BoundTable twin, int[] columns, List<Row> updated, List<Object[]> copies) {
    if (updated.isEmpty()) {
      return;
    }
    List<Object[]> keys = updated.stream().map(row -> new Object[] {row.key()}).toList();
    Map<Object, Long> earlier = earlierCopies(table, twin, keys);
    int[] all = IntStream.range(0, table.table().columns().size()).filter(table::has).toArray();
    int primaryKey = table.table().primaryKeyIndex();
    for (Object[] values : RowLookup.find(database, table, all, new int[] {primaryKey}, keys)) {
      Object[] image = NaturalKeyFinder.spread(table, all, values);
      copies.add(copy(twin, columns, image, "~", earlier.getOrDefault(image[primaryKey], 0L)));
    }
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

  private Object[] copy(BoundTable twin, int[] columns, Object[] image, String type, long earlier) {
    Table source = sourceOf(twin);
    Object[] values = new Object[columns.length];
    for (int i = 0; i < columns.length; i++) {
      Column column = twin.table().columns().get(columns[i]);
      values[i] =
          switch (column.name()) {
            case "history_id" -> historyId(source, image, type, earlier, column);
            case "history_date" -> ColumnValues.utc(now);
            case "history_type" -> type;
            case "history_change_reason", "history_user_id" -> null;
            default -> copied(source, image, column);
          };
    }
    return values;
  }

  /** A column that only the copy has in this database gets what a new row would have. */
  private Object copied(Table source, Object[] image, Column column) {
    if (!source.has(column.name())) {
      return null;
    }
    Object value = image[source.indexOf(column.name())];
    return value == null && column.mustBeSupplied()
        ? ColumnValues.defaultOf(source.column(column.name()), now)
        : value;
  }

  private Table sourceOf(BoundTable twin) {
    return binding.tables().all().stream()
        .filter(table -> binding.tables().historyOf(table) == twin.table())
        .findFirst()
        .orElseThrow();
  }

  /** Distinct for each save of a row, and the same whenever the same run is made again. */
  private Object historyId(Table source, Object[] image, String type, long earlier, Column column) {
    if (column.type() != ColumnType.UUID) {
      return null;
    }
    String name =
        source.name() + "/" + image[source.primaryKeyIndex()] + "/" + now + "/" + type + earlier;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
        .toString()
        .replace("-", "");
  }
}
