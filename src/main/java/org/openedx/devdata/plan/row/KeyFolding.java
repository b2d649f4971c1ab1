package org.openedx.devdata.plan.row;

import java.util.List;
import org.openedx.devdata.jdbc.schema.BoundTable;
import org.openedx.devdata.jdbc.table.ColumnValues;
import org.openedx.devdata.spec.Collation;

/**
 * Text forms of key values under which two keys that the database treats as equal are equal here.
 * Stateless.
 */
public final class KeyFolding {

  private KeyFolding() {}

  /** Joins key values; text is folded unless its column compares by case. */
  public static String fold(BoundTable table, int[] columns, Object[] values) {
    if (values.length == 1) {
      return fold(table, columns[0], values[0]); // Most keys; there are very many.
    }
    StringBuilder joined = new StringBuilder(64);
    for (int i = 0; i < values.length; i++) {
      joined.append(i == 0 ? "" : "\0").append(fold(table, columns[i], values[i]));
    }
    return joined.toString();
  }

  private static String fold(BoundTable table, int column, Object value) {
    return value instanceof String written && !table.caseSensitive(column)
        ? Collation.fold(written)
        : ColumnValues.text(value);
  }

  public static int[] indexes(BoundTable table, List<String> columns) {
    return columns.stream().mapToInt(table.table()::indexOf).toArray();
  }
}
