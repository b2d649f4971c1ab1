package org.openedx.devdata.jdbc.schema;

import java.util.List;
import java.util.Map;
import org.openedx.devdata.jdbc.table.Column;

/**
 * A table as the database really has it.
 *
 * @param name its name
 * @param engine storage engine, such as {@code InnoDB}
 * @param columns by name, in order
 * @param uniqueIndexes the columns of each unique index, by its name
 * @param database the database that has it; empty when it is the connection's own
 */
public record LiveTable(
    String name,
    String engine,
    Map<String, LiveColumn> columns,
    Map<String, List<String>> uniqueIndexes,
    String database) {

  /** The live column of a described one, under its present or its former name; null if absent. */
  public LiveColumn find(Column column) {
    LiveColumn live = columns.get(column.name());
    return live == null && !column.formerName().isEmpty() ? columns.get(column.formerName()) : live;
  }
}
