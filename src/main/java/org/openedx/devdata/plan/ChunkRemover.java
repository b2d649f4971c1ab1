package org.openedx.devdata.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openedx.devdata.jdbc.BoundTable;
import org.openedx.devdata.jdbc.BulkUpdate;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.SchemaBinding;
import org.openedx.devdata.jdbc.Table;

/**
 * Removes the rows that records describe, as far as they exist: children before parents, history
 * copies with their rows. Implied rows are kept back for {@link ImpliedRemover}. Not thread-safe.
 */
final class ChunkRemover {

  private final MySqlDatabase database;
  private final SchemaBinding binding;

  ChunkRemover(MySqlDatabase database, SchemaBinding binding) {
    this.database = database;
    this.binding = binding;
  }

  /**
   * Removes rows of a chunk.
   *
   * @param planned the chunk's rows by table, parents first, as planned
   * @return the rows that existed, in the order of their removal
   */
  List<Row> remove(List<List<Row>> planned) {
    List<Row> removed = new ArrayList<>();
    for (int table = planned.size() - 1; table >= 0; table--) {
      List<Row> existing =
          planned.get(table).stream()
              .filter(row -> row.purpose() != Purpose.IMPLIED && row.found() != null)
              .toList();
      removed.addAll(delete(existing));
    }
    return removed;
  }

  private void deleteOwned(Table owned, String column, List<Object> keys) {
    BoundTable table = binding.get(owned);
    if (table != null) {
      BulkUpdate.delete(database, table, owned.indexOf(column), keys);
    }
  }

  /** Deletes existing rows of one table. */
  List<Row> delete(List<Row> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    BoundTable table = binding.get(rows.get(0).table());
    List<Row> once = new ArrayList<>();
    Set<Object> keys = new HashSet<>();
    for (Row row : rows) {
      if (keys.add(row.key())) {
        row.decide(Action.DELETE, row.found());
        once.add(row);
      }
    }
    List<Object> ordered = once.stream().map(Row::key).toList();
    BoundTable twin = binding.historyOf(table.table());
    if (twin != null) {
      int copied = twin.table().indexOf(table.table().primaryKey().name());
      BulkUpdate.delete(database, twin, copied, ordered);
    }
    table
        .table()
        .details()
        .owned()
        .forEach((owned, column) -> deleteOwned(binding.tables().get(owned), column, ordered));
    BulkUpdate.delete(database, table, table.table().primaryKeyIndex(), ordered);
    return once;
  }
}
