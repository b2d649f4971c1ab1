package org.openedx.devdata.plan.finder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.openedx.devdata.jdbc.schema.BoundTable;
import org.openedx.devdata.plan.row.AmbiguousRowException;
import org.openedx.devdata.plan.row.KeyFolding;
import org.openedx.devdata.plan.row.Row;
import org.openedx.devdata.plan.row.RowFinder;
import org.openedx.devdata.plan.row.StoredRows;

/**
 * Finds rows by columns that together name one row, although no unique key says so; two such rows
 * in the database are an error. Immutable.
 */
public final class ColumnsFinder implements RowFinder {

  private final List<String> names;

  /**
   * @param names columns without NULL in the rows to find
   */
  public ColumnsFinder(String... names) {
    this.names = List.of(names);
  }

  @Override
  public List<String> keyColumns(Row row) {
    return names;
  }

  @Override
  public List<String> labelColumns() {
    return names;
  }

  @Override
  public Object[][] find(StoredRows stored, BoundTable table, List<Row> rows, int[] columns) {
    int[] keyColumns = KeyFolding.indexes(table, names);
    Map<String, List<Object[]>> foundByKey = new HashMap<>();
    Map<String, Object[]> keys = new HashMap<>();
    for (Row row : rows) {
      Object[] key = names.stream().map(row::resolved).toArray();
      keys.put(KeyFolding.fold(table, keyColumns, key), key);
    }
    int[] read =
        IntStream.concat(IntStream.of(columns), IntStream.of(keyColumns)).distinct().toArray();
    for (Object[] values : stored.find(table, read, keyColumns, new ArrayList<>(keys.values()))) {
      Object[] row = StoredRows.spread(table, read, values);
      Object[] key = IntStream.of(keyColumns).mapToObj(column -> row[column]).toArray();
      foundByKey
          .computeIfAbsent(KeyFolding.fold(table, keyColumns, key), any -> new ArrayList<>())
          .add(row);
    }
    return rows.stream()
        .map(row -> only(table, keyColumns, row, foundByKey))
        .toArray(Object[][]::new);
  }

  private Object[] only(
      BoundTable table, int[] keyColumns, Row row, Map<String, List<Object[]>> foundByKey) {
    Object[] key = names.stream().map(row::resolved).toArray();
    List<Object[]> found =
        foundByKey.getOrDefault(KeyFolding.fold(table, keyColumns, key), List.of());
    if (found.size() > 1) {
      int primaryKey = table.table().primaryKeyIndex();
      throw AmbiguousRowException.of(
          row, found.stream().map(values -> values[primaryKey]).toList(), Arrays.toString(key));
    }
    return found.isEmpty() ? null : found.get(0);
  }
}
