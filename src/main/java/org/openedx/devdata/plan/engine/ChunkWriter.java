package org.openedx.devdata.plan.engine;

import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.SchemaBinding;
import org.openedx.devdata.jdbc.rows.BulkInsert;
import org.openedx.devdata.jdbc.rows.BulkUpdate;
import org.openedx.devdata.jdbc.rows.RowRejectedException;
import org.openedx.devdata.jdbc.schema.BoundTable;
import org.openedx.devdata.jdbc.table.Column;
import org.openedx.devdata.jdbc.table.ColumnValues;
import org.openedx.devdata.plan.Action;
import org.openedx.devdata.plan.ledger.ServiceLedger;
import org.openedx.devdata.plan.row.Cell;
import org.openedx.devdata.plan.row.Computed;
import org.openedx.devdata.plan.row.RowProblem;
import org.openedx.devdata.spec.Position;

/**
 * Writes planned rows: inserts in bulk, updates what differs, history copies. All of it happens
 * {@linkplain MySqlDatabase#writeAsynchronously asynchronously}: the caller plans the next rows
 * meanwhile. Not thread-safe.
 */
final class ChunkWriter {

  private final MySqlDatabase database;
  private final SchemaBinding binding;
  private final Instant now;
  private final HistoryWriter history;
  private final ServiceLedger ledger;

  ChunkWriter(MySqlDatabase database, SchemaBinding binding, Instant now, ServiceLedger ledger) {
    this.database = database;
    this.ledger = ledger;
    this.binding = binding;
    this.now = now;
    this.history = new HistoryWriter(database, binding, now);
  }

  /**
   * Writes rows of one table. A row that the database refuses becomes known with the next call that
   * waits for what is written, by a {@link RowProblem} that names the record.
   *
   * @param kind of the records whose chunk they are planned with
   * @param awaited whether the caller wants to know the keys of new rows when this returns
   */
  void write(String kind, List<PlannedRow> rows, boolean awaited) {
    List<PlannedRow> created = rows.stream().filter(row -> row.action() == Action.CREATE).toList();
    List<PlannedRow> updated = rows.stream().filter(row -> row.action() == Action.UPDATE).toList();
    BoundTable table = binding.get(rows.get(0).table());
    if (created.isEmpty() && updated.isEmpty()) {
      database.writeAsynchronously(
          List.of(), () -> ledger.note(kind, table, PlannedRow.drafts(rows)));
      return;
    }
    if (!table.table().primaryKey().auto()) {
      created.forEach(row -> row.key(row.plain(table.table().primaryKeyIndex())));
    }
    // Asked before the writer begins to fill them in.
    List<PlannedRow> keyless = created.stream().filter(row -> row.key() == null).toList();
    if (!awaited) {
      keyless.forEach(PlannedRow::defer);
    }
    BoundTable twin = binding.historyOf(table.table());
    database.writeAsynchronously(
        twin == null ? List.of(table.table()) : List.of(table.table(), twin.table()),
        () -> {
          free(table, created);
          free(table, updated);
          insert(table, created);
          update(table, updated);
          history.collect(table, created, updated);
          ledger.note(kind, table, PlannedRow.drafts(rows));
        });
    if (awaited && !keyless.isEmpty()) {
      database.flush();
    }
  }

  /** Writes what is held back, and waits until all is written. */
  void finish() {
    database.writeAsynchronously(List.of(), history::flush);
    database.flush();
  }

  private void insert(BoundTable table, List<PlannedRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    int[] columns =
        IntStream.range(0, table.table().columns().size())
            .filter(column -> table.has(column) && !table.table().columns().get(column).auto())
            .toArray();
    long[] keys = insert(table, columns, values(rows, columns), row -> rows.get(row).position());
    int primaryKey = table.table().primaryKeyIndex();
    for (int i = 0; i < rows.size(); i++) {
      PlannedRow row = rows.get(i);
      row.key(keys.length > 0 ? (Object) keys[i] : row.cell(primaryKey).written());
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
  private List<Object[]> values(List<PlannedRow> rows, int[] columns) {
    if (rows.stream().anyMatch(row -> row.draft().columns().isComputed())) {
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

  private Object[] valuesOf(PlannedRow row, int[] columns) {
    Object[] values = new Object[columns.length];
    for (int i = 0; i < columns.length; i++) {
      Column column = row.table().columns().get(columns[i]);
      Cell cell = row.cell(columns[i]);
      if (cell instanceof Computed computed) {
        cell = Cell.of(computed.value().get());
        row.replace(columns[i], cell);
      } else if (!row.isWritten(columns[i])) {
        cell = Cell.of(ColumnValues.defaultOf(column, now));
        row.replace(columns[i], cell);
      }
      values[i] = cell.written();
    }
    return values;
  }

  /** Lets rows go of unique values that rows of the chunk get. */
  private void free(BoundTable table, List<PlannedRow> rows) {
    Map<Integer, List<BulkUpdate.Change>> changes = new LinkedHashMap<>();
    for (PlannedRow row : rows) {
      for (PlannedRow.Freed freed : row.freed()) {
        changes
            .computeIfAbsent(freed.column(), any -> new ArrayList<>())
            .add(new BulkUpdate.Change(freed.key(), new Object[] {freed.value()}));
      }
    }
    changes.forEach((column, some) -> BulkUpdate.update(database, table, new int[] {column}, some));
  }

  /** Rows that differ in the same columns are updated together. */
  private void update(BoundTable table, List<PlannedRow> rows) {
    Map<List<Integer>, List<PlannedRow>> groups = new LinkedHashMap<>();
    for (PlannedRow row : rows) {
      groups.computeIfAbsent(row.differing(), any -> new ArrayList<>()).add(row);
    }
    groups.forEach((columns, group) -> updateGroup(table, columns, group));
  }

  private void updateGroup(BoundTable table, List<Integer> differing, List<PlannedRow> rows) {
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
    for (PlannedRow row : rows) {
      Object[] values = new Object[columns.length];
      for (int i = 0; i < columns.length; i++) {
        boolean said = row.isCompared(columns[i]);
        values[i] = said ? row.cell(columns[i]).written() : ColumnValues.utc(now);
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
