package org.openedx.devdata.plan;

import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.openedx.devdata.jdbc.BoundTable;
import org.openedx.devdata.jdbc.BulkInsert;
import org.openedx.devdata.jdbc.BulkUpdate;
import org.openedx.devdata.jdbc.Column;
import org.openedx.devdata.jdbc.ColumnValues;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.RowRejectedException;
import org.openedx.devdata.jdbc.SchemaBinding;
import org.openedx.devdata.spec.Position;

/** Writes planned rows: inserts in bulk, updates what differs, history copies. Not thread-safe. */
final class ChunkWriter {

  private final MySqlDatabase database;
  private final SchemaBinding binding;
  private final Instant now;
  private final HistoryWriter history;

  ChunkWriter(MySqlDatabase database, SchemaBinding binding, Instant now) {
    this.database = database;
    this.binding = binding;
    this.now = now;
    this.history = new HistoryWriter(database, binding, now);
  }

  /**
   * Writes rows of one table.
   *
   * @param awaited whether anything waits for the keys of new rows; if not, they are written while
   *     the caller goes on
   * @throws RowProblem naming the record that the database refuses
   */
  void write(List<Row> rows, boolean awaited) {
    BoundTable table = binding.get(rows.get(0).table());
    List<Row> created = rows.stream().filter(row -> row.action() == Action.CREATE).toList();
    List<Row> updated = rows.stream().filter(row -> row.action() == Action.UPDATE).toList();
    boolean copied = binding.historyOf(table.table()) != null;
    insert(table, created, awaited || copied || !updated.isEmpty());
    update(table, updated);
    history.collect(table, created, updated);
  }

  /** Ends a chunk: writes what is written after all of its rows. */
  void finish() {
    history.flush();
  }

  private void insert(BoundTable table, List<Row> rows, boolean awaited) {
    if (rows.isEmpty()) {
      return;
    }
    int[] columns =
        IntStream.range(0, table.table().columns().size())
            .filter(column -> table.has(column) && !table.table().columns().get(column).auto())
            .toArray();
    List<Object[]> values = values(rows, columns);
    if (!awaited || rows.stream().allMatch(Row::isUnreferred)) {
      List<Position> positions = rows.stream().map(Row::position).toList();
      database.behind(() -> insert(table, columns, values, positions::get));
      return;
    }
    long[] keys = insert(table, columns, values, row -> rows.get(row).position());
    int primaryKey = table.table().primaryKeyIndex();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      row.key(keys.length > 0 ? (Object) keys[i] : Resolved.plain(row.value(primaryKey)));
    }
  }

  private long[] insert(
      BoundTable table, int[] columns, List<Object[]> values, IntFunction<Position> positions) {
    try {
      return BulkInsert.insert(database, table, columns, values);
    } catch (RowRejectedException e) {
      throw new RowProblem(positions.apply(e.row()), e.getMessage(), e);
    }
  }

  /** Values are worked out on their way to the server, while it is busy with those before. */
  private List<Object[]> values(List<Row> rows, int[] columns) {
    if (rows.stream().anyMatch(Row::isComputed)) {
      // What is computed may fail, and that must not happen half-way through a statement.
      return rows.stream().map(row -> valuesOf(row, columns)).toList();
    }
    return new AbstractList<>() {
      @Override
      public Object[] get(int index) {
        return valuesOf(rows.get(index), columns);
      }

      @Override
      public int size() {
        return rows.size();
      }
    };
  }

  private Object[] valuesOf(Row row, int[] columns) {
    Object[] values = new Object[columns.length];
    for (int i = 0; i < columns.length; i++) {
      Column column = row.table().columns().get(columns[i]);
      Object value = row.value(columns[i]);
      if (value instanceof Computed computed) {
        value = computed.value().get();
        row.replace(columns[i], value);
      } else if (!row.isWritten(columns[i])) {
        value = ColumnValues.defaultOf(column, now);
        row.replace(columns[i], value);
      }
      values[i] = Resolved.plain(value);
    }
    return values;
  }

  /** Rows that differ in the same columns are updated together. */
  private void update(BoundTable table, List<Row> rows) {
    Map<List<Integer>, List<Row>> groups = new LinkedHashMap<>();
    for (Row row : rows) {
      groups
          .computeIfAbsent(
              ChunkPlanner.differing(table, row, row.found()), any -> new ArrayList<>())
          .add(row);
    }
    groups.forEach((columns, group) -> updateGroup(table, columns, group));
  }

  private void updateGroup(BoundTable table, List<Integer> differing, List<Row> rows) {
    int[] touched =
        IntStream.range(0, table.table().columns().size())
            .filter(
                column ->
                    table.table().columns().get(column).touch()
                        && table.has(column)
                        && !differing.contains(column))
            .toArray();
    int[] columns =
        IntStream.concat(differing.stream().mapToInt(Integer::intValue), IntStream.of(touched))
            .toArray();
    List<BulkUpdate.Change> changes = new ArrayList<>();
    for (Row row : rows) {
      Object[] values = new Object[columns.length];
      for (int i = 0; i < columns.length; i++) {
        boolean said = row.compared().get(columns[i]);
        values[i] = said ? Resolved.plain(row.value(columns[i])) : ColumnValues.utc(now);
      }
      changes.add(new BulkUpdate.Change(row.key(), values));
    }
    try {
      BulkUpdate.update(database, table, columns, changes);
    } catch (RowRejectedException e) {
      throw new RowProblem(rows.get(e.row()).position(), e.getMessage(), e);
    }
  }
}
