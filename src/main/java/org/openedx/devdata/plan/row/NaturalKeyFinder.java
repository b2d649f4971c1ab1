package org.openedx.devdata.plan.row;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.openedx.devdata.jdbc.schema.BoundTable;

/** Finds rows by their table's natural key, compared as the database compares it. Stateless. */
public final class NaturalKeyFinder implements RowFinder {

  public static final NaturalKeyFinder INSTANCE = new NaturalKeyFinder();

  private NaturalKeyFinder() {}

  @Override
  public List<String> keyColumns(Row row) {
    return row.table().naturalKey();
  }

  @Override
  public Object[][] find(StoredRows stored, BoundTable table, List<Row> rows, int[] columns) {
    Object[][] found = new Object[rows.size()][];
    int[] keyColumns = KeyFolding.indexes(table, table.table().naturalKey());
    if (keyColumns.length == 0) {
      return found;
    }
    Map<String, Integer> rowByKey = new HashMap<>();
    List<Object[]> keys = new ArrayList<>();
    // Rows of one chunk with the same key are the same row.
    int[] first = new int[rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      Object[] key = key(rows.get(i), keyColumns);
      Integer earlier = rowByKey.putIfAbsent(KeyFolding.fold(table, keyColumns, key), i);
      first[i] = earlier == null ? i : earlier;
      if (earlier == null) {
        keys.add(key);
      }
    }
    int[] read =
        IntStream.concat(IntStream.of(columns), IntStream.of(keyColumns)).distinct().toArray();
    for (Object[] values : stored.find(table, read, keyColumns, keys)) {
      Object[] row = StoredRows.spread(table, read, values);
      Object[] key = new Object[keyColumns.length];
      for (int i = 0; i < key.length; i++) {
        key[i] = row[keyColumns[i]];
      }
      Integer match = rowByKey.get(KeyFolding.fold(table, keyColumns, key));
      if (match == null) {
        match = only(rows, keys, table, key);
      }
      found[match] = row;
    }
    for (int i = 0; i < rows.size(); i++) {
      found[i] = found[first[i]];
    }
    return found;
  }

  /** The database calls equal what our folding does not: only sure when there is one candidate. */
  private static int only(List<Row> rows, List<Object[]> keys, BoundTable table, Object[] key) {
    if (keys.size() == 1) {
      return 0;
    }
    throw new AmbiguousRowException(
        rows.get(0),
        "table "
            + table.table()
            + " has a row "
            + List.of(key)
            + " that its collation treats as equal to a key of this spec in another spelling;"
            + " write the key as the database has it");
  }

  private static Object[] key(Row row, int[] keyColumns) {
    Object[] key = new Object[keyColumns.length];
    for (int i = 0; i < key.length; i++) {
      key[i] = row.outcome().cell(keyColumns[i]).plain();
    }
    return key;
  }
}
