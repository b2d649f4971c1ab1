package org.openedx.devdata.plan.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openedx.devdata.jdbc.SchemaBinding;
import org.openedx.devdata.jdbc.schema.BoundTable;
import org.openedx.devdata.jdbc.table.ColumnValues;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.plan.row.KeyFolding;
import org.openedx.devdata.plan.row.StoredRows;

/**
 * Natural keys of rows that stand in a database, as people read them: keys of other tables in them
 * are replaced by the names of those rows. One look-up for each table. Immutable.
 */
final class StoredNames {

  private final StoredRows stored;
  private final SchemaBinding binding;

  StoredNames(StoredRows stored, SchemaBinding binding) {
    this.stored = stored;
    this.binding = binding;
  }

  /** The name of one row; its primary key where it has no natural one. */
  String of(Table table, Object key) {
    return of(table, List.of(key)).get(key);
  }

  /** Names by primary key, in the order of the keys. */
  Map<Object, String> of(Table table, Collection<Object> keys) {
    Map<Object, String> names = new LinkedHashMap<>();
    String primaryKey = table.primaryKey().name();
    keys.forEach(key -> names.put(key, primaryKey + " " + ColumnValues.text(key)));
    List<String> columns = table.naturalKey();
    BoundTable bound = binding.get(table);
    if (columns.isEmpty() || bound == null || keys.isEmpty()) {
      return names;
    }
    List<String> read = new ArrayList<>(List.of(primaryKey));
    read.addAll(columns);
    List<Object[]> rows =
        stored.find(
            bound,
            KeyFolding.indexes(bound, read),
            new int[] {table.primaryKeyIndex()},
            keys.stream().distinct().map(key -> new Object[] {key}).toList());
    List<Map<Object, String>> parts = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      int place = i + 1;
      List<Object> values = rows.stream().map(row -> row[place]).distinct().toList();
      parts.add(partNames(table, columns.get(i), values));
    }
    for (Object[] row : rows) {
      List<String> name = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        name.add(parts.get(i).get(row[i + 1]));
      }
      names.put(
          row[0], name.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(", ")));
    }
    return names;
  }

  /** Names of the values of one column: of the rows that they refer to, or they themselves. */
  private Map<Object, String> partNames(Table table, String column, List<Object> values) {
    Table target = binding.tables().referenced(table, column);
    if (target != null && target != table) {
      return of(target, values.stream().filter(value -> value != null).toList());
    }
    Map<Object, String> texts = new LinkedHashMap<>();
    values.forEach(value -> texts.put(value, value == null ? "" : ColumnValues.text(value)));
    return texts;
  }
}
