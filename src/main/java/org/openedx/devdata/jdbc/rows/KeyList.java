package org.openedx.devdata.jdbc.rows;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openedx.devdata.jdbc.schema.BoundTable;
import org.openedx.devdata.jdbc.schema.LiveColumn;
import org.openedx.devdata.jdbc.table.ColumnValues;

/**
 * A list of keys as a table to join: one JSON parameter, whatever the number of keys.
 *
 * <p>Lists of tuples would say the same, but MariaDB's optimizer takes time with the square of
 * their length (1,000 pairs: 1.2 s against 15 ms), and a {@code UNION} of a thousand selects is
 * twice as slow. {@code JSON_TABLE} is in MySQL 8.0 and MariaDB 10.6 and later.
 */
final class KeyList {

  private static final int LONGEST_TEXT = 2_000;

  private KeyList() {}

  /** {@code JSON_TABLE(?, ...) k} with columns {@code k0, k1 ...} typed as the table's. */
  static String table(BoundTable table, int[] keyColumns) {
    String columns =
        IntStream.range(0, keyColumns.length)
            .mapToObj(i -> "k" + i + " " + type(table, keyColumns[i]) + " PATH '$[" + i + "]'")
            .collect(Collectors.joining(", "));
    return "JSON_TABLE(?, '$[*]' COLUMNS (" + columns + ")) k";
  }

  /** {@code t.user_id = k.k0 AND ...}. */
  static String matches(BoundTable table, int[] keyColumns) {
    return IntStream.range(0, keyColumns.length)
        .mapToObj(i -> "t." + table.sqlName(keyColumns[i]) + " = k.k" + i)
        .collect(Collectors.joining(" AND "));
  }

  /** Text is given the column's own collation: two others would not mix, nor use its index. */
  private static String type(BoundTable table, int column) {
    LiveColumn live = table.live(column);
    return switch (table.table().columns().get(column).type()) {
      case SMALLINT, INT, BIGINT, BOOL -> "BIGINT";
      case DOUBLE -> "DOUBLE";
      case DECIMAL -> "DECIMAL(65, 10)";
      case DATETIME -> "DATETIME(6)";
      case DATE -> "DATE";
      case CHAR, VARCHAR, TEXT, JSON, UUID ->
          live.charset().isEmpty()
              ? "VARCHAR(36)"
              : "VARCHAR("
                  + Math.max(1, Math.min(live.maxLength(), LONGEST_TEXT))
                  + ") CHARACTER SET "
                  + live.charset()
                  + " COLLATE "
                  + live.collation();
    };
  }

  /** The keys as the JSON text of an array of arrays. */
  static String json(List<Object[]> keys) {
    StringBuilder json = new StringBuilder(keys.size() * 40).append('[');
    for (int i = 0; i < keys.size(); i++) {
      json.append(i == 0 ? "[" : ",[");
      Object[] key = keys.get(i);
      for (int part = 0; part < key.length; part++) {
        json.append(part == 0 ? "" : ",");
        append(json, key[part]);
      }
      json.append(']');
    }
    return json.append(']').toString();
  }

  private static void append(StringBuilder json, Object value) {
    if (value instanceof Number || value == null) {
      json.append(value == null ? "null" : ColumnValues.text(value));
    } else if (value instanceof Boolean bool) {
      json.append(bool ? '1' : '0');
    } else {
      json.append('"');
      JsonStringEncoder.getInstance().quoteAsString(ColumnValues.text(value), json);
      json.append('"');
    }
  }
}
