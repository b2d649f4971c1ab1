package org.openedx.devdata.plan;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openedx.devdata.jdbc.BoundTable;
import org.openedx.devdata.jdbc.ColumnValues;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.ReferredRows;
import org.openedx.devdata.jdbc.RowLookup;
import org.openedx.devdata.jdbc.SchemaBinding;

/**
 * Removes rows that a load made because others needed them. Such a row carries no mark, so it goes
 * only when it still looks exactly as the factory makes it (times aside) and nothing refers to it;
 * whoever made or changed it otherwise keeps it. Not thread-safe.
 */
final class ImpliedRemover {

  private final MySqlDatabase database;
  private final SchemaBinding binding;
  private final ChunkRemover remover;
  private final Map<String, Row> candidates = new LinkedHashMap<>();

  ImpliedRemover(MySqlDatabase database, SchemaBinding binding, ChunkRemover remover) {
    this.database = database;
    this.binding = binding;
    this.remover = remover;
  }

  /** Keeps the implied rows of a chunk back until all records are removed. */
  void keepBack(List<List<Row>> planned) {
    for (List<Row> rows : planned) {
      for (Row row : rows) {
        if (row.purpose() == Purpose.IMPLIED && row.found() != null) {
          candidates.putIfAbsent(row.table() + "/" + row.key(), row);
        }
      }
    }
  }

  /** Removes those that qualify; children before parents. */
  List<Row> remove() {
    List<org.openedx.devdata.jdbc.Table> tables = new ArrayList<>(binding.tables().all());
    java.util.Collections.reverse(tables);
    List<Row> removed = new ArrayList<>();
    for (org.openedx.devdata.jdbc.Table table : tables) {
      List<Row> rows = candidates.values().stream().filter(row -> row.table() == table).toList();
      if (!rows.isEmpty()) {
        removed.addAll(remover.delete(unreferred(unused(untouched(rows)))));
      }
    }
    return removed;
  }

  private List<Row> untouched(List<Row> rows) {
    BoundTable table = binding.get(rows.get(0).table());
    int primaryKey = table.table().primaryKeyIndex();
    int[] all = IntStream.range(0, table.table().columns().size()).filter(table::has).toArray();
    Map<Object, Row> byKey = rows.stream().collect(Collectors.toMap(Row::key, row -> row));
    List<Row> untouched = new ArrayList<>();
    List<Object[]> keys = rows.stream().map(row -> new Object[] {row.key()}).toList();
    for (Object[] values : RowLookup.find(database, table, all, new int[] {primaryKey}, keys)) {
      Object[] found = NaturalKeyFinder.spread(table, all, values);
      Row row = byKey.get(found[primaryKey]);
      if (row != null && asMade(table, row, found)) {
        untouched.add(row);
      }
    }
    return untouched;
  }

  private static boolean asMade(BoundTable table, Row row, Object[] found) {
    for (int column = 0; column < found.length; column++) {
      Object made = Resolved.plain(row.value(column));
      if (row.columns().isWritten(column)
          && table.has(column)
          && !(made instanceof LocalDateTime)
          && !(row.value(column) instanceof Computed)
          && !ColumnValues.same(made, found[column])) {
        return false;
      }
    }
    return true;
  }

  private List<Row> unused(List<Row> rows) {
    List<Row> unused = new ArrayList<>(rows);
    if (rows.isEmpty()) {
      return unused;
    }
    for (Row.UsedBy place : rows.get(0).usedBy()) {
      BoundTable referring = binding.get(place.table());
      if (referring == null || unused.isEmpty()) {
        continue;
      }
      int[] column = {place.table().indexOf(place.column())};
      List<Object[]> targets =
          unused.stream().map(row -> new Object[] {target(row, place)}).toList();
      Set<String> used =
          RowLookup.find(database, referring, column, column, targets).stream()
              .map(found -> KeyFolding.fold(referring, column, found))
              .collect(Collectors.toSet());
      unused.removeIf(
          row ->
              used.contains(KeyFolding.fold(referring, column, new Object[] {target(row, place)})));
    }
    return unused;
  }

  /** Rows that the server would let go: those of other specs and of the platform may refer. */
  private List<Row> unreferred(List<Row> rows) {
    if (rows.isEmpty()) {
      return rows;
    }
    BoundTable table = binding.get(rows.get(0).table());
    Set<String> referred =
        ReferredRows.among(database, table, rows.stream().map(Row::key).toList());
    return rows.stream().filter(row -> !referred.contains(ColumnValues.text(row.key()))).toList();
  }

  private static Object target(Row row, Row.UsedBy place) {
    return place.target().equals(row.table().primaryKey().name())
        ? row.key()
        : Resolved.plain(row.value(place.target()));
  }
}
