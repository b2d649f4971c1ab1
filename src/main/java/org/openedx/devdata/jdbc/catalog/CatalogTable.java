package org.openedx.devdata.jdbc.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A base table as the server describes it.
 *
 * @param name its name
 * @param engine storage engine, such as {@code InnoDB}
 * @param collation its default collation
 * @param columns in order
 * @param primaryKey columns of the primary key; empty without one
 * @param uniqueKeys columns of each other unique key by name; none with parts that are expressions
 * @param references its foreign keys
 * @param nextNumber what {@code AUTO_INCREMENT} stands at; 0 where no column is numbered
 * @param partitioned whether it has partitions
 * @param rows about how many rows it has
 * @param bytes about how many bytes its rows take
 */
public record CatalogTable(
    String name,
    String engine,
    String collation,
    List<CatalogColumn> columns,
    List<String> primaryKey,
    Map<String, List<String>> uniqueKeys,
    List<CatalogReference> references,
    long nextNumber,
    boolean partitioned,
    long rows,
    long bytes) {

  /** The column of that name, if there is one. */
  public Optional<CatalogColumn> column(String columnName) {
    return columns.stream().filter(column -> column.name().equals(columnName)).findFirst();
  }

  /** Columns that hold values: those that the server does not compute. */
  public List<CatalogColumn> stored() {
    return columns.stream().filter(column -> !column.generated()).toList();
  }

  /** The column of a primary key that is one whole number of up to 64 bits; empty for others. */
  public Optional<CatalogColumn> wholeKey() {
    return primaryKey.size() == 1
        ? column(primaryKey.get(0)).filter(key -> key.isWhole() && !key.generated())
        : Optional.empty();
  }

  public boolean transactional() {
    return engine.equalsIgnoreCase("InnoDB");
  }

  /** The foreign key of one column, if it has one. */
  public Optional<CatalogReference> referenceOf(String columnName) {
    return references.stream()
        .filter(reference -> reference.columns().equals(List.of(columnName)))
        .findFirst();
  }
}
