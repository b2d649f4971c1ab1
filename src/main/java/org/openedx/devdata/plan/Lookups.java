package org.openedx.devdata.plan;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.openedx.devdata.jdbc.BoundTable;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.RowLookup;
import org.openedx.devdata.jdbc.SchemaBinding;
import org.openedx.devdata.jdbc.Table;

/** Look-ups for factories, inside the run's transaction. Not thread-safe. */
public final class Lookups {

  private final MySqlDatabase database;
  private final SchemaBinding binding;

  Lookups(MySqlDatabase database, SchemaBinding binding) {
    this.database = database;
    this.binding = binding;
  }

  /** Whether this database has the table. */
  public boolean has(Table table) {
    return binding.get(table) != null;
  }

  /** Says whether this database's table has the column. */
  public boolean has(Table table, String column) {
    return has(table) && binding.get(table).has(table.indexOf(column));
  }

  /** Says whether two texts that differ only by case or accent are one to a column's unique key. */
  public boolean folds(Table table, String column) {
    return has(table, column) && !binding.get(table).caseSensitive(table.indexOf(column));
  }

  /**
   * Rows whose column has one of the values.
   *
   * @param read columns to read
   * @param column by which to find
   * @return values of {@code read} for each row, in no order; none when the table is not there
   */
  public List<Object[]> find(Table table, List<String> read, String column, Collection<?> values) {
    BoundTable bound = binding.get(table);
    if (bound == null || values.isEmpty()) {
      return List.of();
    }
    return RowLookup.find(
        database,
        bound,
        KeyFolding.indexes(bound, read),
        IntStream.of(table.indexOf(column)).toArray(),
        values.stream().distinct().map(value -> new Object[] {value}).toList());
  }
}
