package org.openedx.devdata.world.raw;

import java.util.List;

/**
 * A table of Aspects as data.
 *
 * @param database where it lives
 * @param name its name; that of the statements' table is a setting of the site
 * @param columns in the order of a new table; the order differs on older sites
 * @param storage engine and keys
 */
public record AspectsTable(
    AspectsDatabase database, String name, List<Column> columns, Storage storage) {

  /**
   * A column.
   *
   * @param type ClickHouse's name of the type
   * @param fallback the DEFAULT expression, or empty
   */
  public record Column(String name, String type, String fallback) {}

  /**
   * Way in which the rows are kept.
   *
   * @param engine {@code MergeTree} or {@code ReplacingMergeTree}, with arguments
   * @param partition the partition key, or empty
   * @param primary the primary key, or empty for the same as the sorting key
   * @param order the sorting key
   */
  public record Storage(String engine, String partition, String primary, String order) {}

  public AspectsTable {
    columns = List.copyOf(columns);
  }

  /** Names of all columns. */
  public List<String> columnNames() {
    return columns.stream().map(Column::name).toList();
  }
}
