package org.openedx.devdata.plan.engine;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.openedx.devdata.jdbc.SchemaBinding;
import org.openedx.devdata.jdbc.schema.BoundTable;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.plan.kind.Lookups;
import org.openedx.devdata.plan.row.KeyFolding;
import org.openedx.devdata.plan.row.StoredRows;

/** Look-ups in the tables of one database. Not thread-safe. */
record BoundLookups(StoredRows stored, SchemaBinding binding) implements Lookups {

  @Override
  public boolean has(Table table) {
    return binding.get(table) != null;
  }

  @Override
  public boolean has(Table table, String column) {
    return has(table) && binding.get(table).has(table.indexOf(column));
  }

  @Override
  public boolean folds(Table table, String column) {
    return has(table, column) && !binding.get(table).caseSensitive(table.indexOf(column));
  }

  @Override
  public List<Object[]> find(Table table, List<String> read, String column, Collection<?> values) {
    BoundTable bound = binding.get(table);
    if (bound == null || values.isEmpty()) {
      return List.of();
    }
    return stored.find(
        bound,
        KeyFolding.indexes(bound, read),
        IntStream.of(table.indexOf(column)).toArray(),
        values.stream().distinct().map(value -> new Object[] {value}).toList());
  }
}
