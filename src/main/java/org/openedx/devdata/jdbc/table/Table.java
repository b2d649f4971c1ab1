package org.openedx.devdata.jdbc.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A described table: the one description that drives look-up, insert, compare, delete and the
 * tables of the embedded database. Immutable. Two tables are the same when they are the same
 * object; names are unique within a {@link TableSet}.
 */
public final class Table {

  private final String name;
  private final List<Column> columns;
  private final Map<String, Integer> indexByName = new HashMap<>();
  private final TableDetails details;
  private final int primaryKeyIndex;

  Table(String name, List<Column> columns, TableDetails details) {
    this.name = name;
    this.columns = List.copyOf(columns);
    this.details = details;
    for (int index = 0; index < columns.size(); index++) {
      indexByName.put(columns.get(index).name(), index);
    }
    details.columnNames().forEach(this::indexOf);
    this.primaryKeyIndex = indexOf(details.primaryKey());
  }

  public String name() {
    return name;
  }

  public List<Column> columns() {
    return columns;
  }

  public Column column(String columnName) {
    return columns.get(indexOf(columnName));
  }

  /**
   * Index of a column.
   *
   * @throws IllegalArgumentException when the table is described without it
   */
  public int indexOf(String columnName) {
    Integer index = indexByName.get(columnName);
    if (index == null) {
      throw new IllegalArgumentException("table " + name + " has no column " + columnName);
    }
    return index;
  }

  public boolean has(String columnName) {
    return indexByName.containsKey(columnName);
  }

  /**
   * Says what a column holds of people: numbers, times and truth values hold nothing unless the
   * description says so. Empty for a text of which it says nothing.
   */
  public Optional<Holding> holding(String columnName) {
    Holding described = details.holds().get(columnName);
    return described == null && !column(columnName).type().isText()
        ? Optional.of(Holding.HARMLESS)
        : Optional.ofNullable(described);
  }

  public Column primaryKey() {
    return columns.get(primaryKeyIndex);
  }

  public int primaryKeyIndex() {
    return primaryKeyIndex;
  }

  /** Columns that find a row again; empty where the schema has no natural key. */
  public List<String> naturalKey() {
    return details.naturalKey();
  }

  /** Unique keys besides the primary key, each a list of columns. */
  public List<List<String>> uniqueKeys() {
    return details.unique();
  }

  /** Details of the description besides the columns. */
  public TableDetails details() {
    return details;
  }

  @Override
  public String toString() {
    return name;
  }
}
