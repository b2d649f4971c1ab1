package org.openedx.devdata.plan.finder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.openedx.devdata.jdbc.schema.BoundTable;
import org.openedx.devdata.plan.row.KeyFolding;
import org.openedx.devdata.plan.row.Row;
import org.openedx.devdata.plan.row.RowFinder;
import org.openedx.devdata.plan.row.StoredRows;

/**
 * Finds rows by their table's natural key, of which a record may change one column: such a row is
 * found where it was before, and moved. Where that was, another row of the record knows, whose own
 * natural key does not change. Finders of one column are equal, so that their rows are looked up
 * together. Immutable.
 */
public final class MovedRowFinder implements RowFinder {

  private final String column;
  private final Row beside;
  private final String same;

  /**
   * @param column of the natural key, that holds the key of another row
   * @param beside a row that is planned before, of a table that stands before this one's
   * @param same its column with the same value, which the record says
   */
  public MovedRowFinder(String column, Row beside, String same) {
    this.column = column;
    this.beside = beside;
    this.same = same;
  }

  /** Without the column: a row can be moved to a row that is new. */
  @Override
  public List<String> keyColumns(Row row) {
    return row.table().naturalKey().stream()
        .filter(name -> !name.equals(column) || before() == null)
        .toList();
  }

  /** The value that the column had; null when the row is where it is to be, or nowhere. */
  private Object before() {
    return beside.outcome().found(beside.table().indexOf(same));
  }

  @Override
  public Object[][] find(StoredRows stored, BoundTable table, List<Row> rows, int[] columns) {
    List<String> names = table.table().naturalKey();
    int[] key = KeyFolding.indexes(table, names);
    int[] read = IntStream.concat(IntStream.of(columns), IntStream.of(key)).distinct().toArray();
    Map<String, Object[]> sought = new HashMap<>();
    List<String> folded = new ArrayList<>();
    for (Row row : rows) {
      Object before = ((MovedRowFinder) row.policy().finder()).before();
      Object[] values =
          names.stream()
              .map(name -> name.equals(column) && before != null ? before : row.resolved(name))
              .toArray();
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

  @Override
  public boolean equals(Object other) {
    return other instanceof MovedRowFinder finder && finder.column.equals(column);
  }

  @Override
  public int hashCode() {
    return column.hashCode();
  }
}
