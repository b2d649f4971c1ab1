package org.openedx.devdata.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.openedx.devdata.jdbc.schema.BoundTable;

/**
 * Finds rows by their table's natural key, of which a record may change one column: such a row is
 * found where it was before, and moved. One for each run; not thread-safe.
 */
public final class MovedRowFinder implements RowFinder {

  private final String column;
  private final Map<Row, Object> before = new HashMap<>();

  /**
   * @param column of the natural key, that holds the key of another row
   */
  public MovedRowFinder(String column) {
    this.column = column;
  }

  /** Forgets the rows of the chunk before. */
  public void forget() {
    before.clear();
  }

  /**
   * Will find a row by the value that its column had before.
   *
   * @param value null when that is not known: the row is where it is to be, or nowhere
   */
  public void seek(Row row, Object value) {
    row.foundBy(this);
    if (value != null) {
      before.put(row, value);
    }
  }

  /** Without the column: a row can be moved to a row that is new. */
  @Override
  public List<String> keyColumns(Row row) {
    return row.table().naturalKey().stream()
        .filter(name -> !name.equals(column) || !before.containsKey(row))
        .toList();
  }

  @Override
  public Object[][] find(StoredRows stored, BoundTable table, List<Row> rows, int[] columns) {
    List<String> names = table.table().naturalKey();
    int[] key = KeyFolding.indexes(table, names);
    int[] read = IntStream.concat(IntStream.of(columns), IntStream.of(key)).distinct().toArray();
    Map<String, Object[]> sought = new HashMap<>();
    List<String> folded = new ArrayList<>();
    for (Row row : rows) {
      Object[] values =
          names.stream().map(name -> name.equals(column) ? before.get(row) : null).toArray();
      for (int i = 0; i < values.length; i++) {
        values[i] = values[i] == null ? row.resolved(names.get(i)) : values[i];
      }
      folded.add(KeyFolding.fold(table, key, values));
      sought.put(folded.get(folded.size() - 1), values);
    }
    Map<String, Object[]> found = new HashMap<>();
    for (Object[] values : stored.find(table, read, key, List.copyOf(sought.values()))) {
      Object[] row = StoredRows.spread(table, read, values);
      found.put(
          KeyFolding.fold(table, key, IntStream.of(key).mapToObj(i -> row[i]).toArray()), row);
    }
    return folded.stream().map(found::get).toArray(Object[][]::new);
  }
}
