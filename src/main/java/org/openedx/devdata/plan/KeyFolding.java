package org.openedx.devdata.plan;

import java.util.List;
import org.openedx.devdata.jdbc.BoundTable;
import org.openedx.devdata.jdbc.ColumnValues;
import org.openedx.devdata.spec.Collation;

/**
 * Text forms of key values under which two keys that the database treats as equal are equal here.
 * Stateless.
 */
final class KeyFolding {

  private KeyFolding() {}

  /** Joins key values; text is folded unless its column compares by case. */
  static String fold(BoundTable table, int[] columns, Object[] values) {
    StringBuilder joined = new StringBuilder();
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      String text =
          value instanceof String written && !table.caseSensitive(columns[i])
              ? Collation.fold(written)
              : ColumnValues.text(value);
      joined.append(i == 0 ? "" : "\0").append(text);
    }
    return joined.toString();
  }

  static int[] indexes(BoundTable table, List<String> columns) {
    return columns.stream().mapToInt(table.table()::indexOf).toArray();
  }
}
