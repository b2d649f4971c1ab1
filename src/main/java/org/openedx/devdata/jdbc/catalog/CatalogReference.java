package org.openedx.devdata.jdbc.catalog;

import java.util.List;

/**
 * A foreign key.
 *
 * @param name of the constraint
 * @param columns that refer, in order
 * @param database that has the table referred to
 * @param table the table referred to
 * @param targets columns that they refer to, in the same order
 * @param onDelete what happens to the row when the other one goes, such as {@code RESTRICT}
 * @param onUpdate what happens to it when the other one changes
 */
public record CatalogReference(
    String name,
    List<String> columns,
    String database,
    String table,
    List<String> targets,
    String onDelete,
    String onUpdate) {

  public CatalogReference {
    columns = List.copyOf(columns);
    targets = List.copyOf(targets);
  }
}
