package org.openedx.devdata.service.aspects;

import java.util.List;
import java.util.stream.Collectors;
import org.openedx.devdata.jdbc.clickhouse.TableName;

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
   * How the rows are kept.
   *
   * @param engine {@code MergeTree} or {@code ReplacingMergeTree}, with arguments
   * @param partition the partition key, or empty
   * @param primary the primary key, or empty for the same as the sorting key
   * @param order the sorting key
   */
  public record Storage(String engine, String partition, String primary, String order) {}

  /**
   * Replicated tables remember the names of inserts by themselves and take each once; a table that
   * devdata makes shall do so too, so that a run can be resumed or repeated.
   */
  private static final String REMEMBER_INSERTS = "non_replicated_deduplication_window = 10000";

  public AspectsTable {
    columns = List.copyOf(columns);
  }

  /** Names of all columns. */
  public List<String> columnNames() {
    return columns.stream().map(Column::name).toList();
  }

  /** Where it is on a site. */
  public TableName at(AspectsNames names) {
    if (this.equals(AspectsTables.STATEMENTS)) {
      return names.statements();
    }
    boolean raw = this.equals(AspectsTables.VECTOR_STATEMENTS);
    return new TableName(names.database(database), raw ? names.rawTable() : name);
  }

  /** Makes it when it is missing. On a cluster its engine is the replicated one. */
  String createStatement(AspectsNames names) {
    String lines =
        columns.stream()
            .map(
                column ->
                    "  "
                        + TableName.quote(column.name())
                        + " "
                        + column.type()
                        + (column.fallback().isEmpty() ? "" : " DEFAULT " + column.fallback()))
            .collect(Collectors.joining(",\n"));
    String engine = (names.cluster().isPresent() ? "Replicated" : "") + storage.engine();
    return "CREATE TABLE IF NOT EXISTS "
        + at(names).quoted()
        + names.onCluster()
        + " (\n"
        + lines
        + "\n) ENGINE = "
        + engine
        + clause("PARTITION BY", storage.partition())
        + clause("PRIMARY KEY", storage.primary())
        + clause("ORDER BY", storage.order())
        + (names.cluster().isPresent() ? "" : "\nSETTINGS " + REMEMBER_INSERTS);
  }

  private static String clause(String words, String key) {
    return key.isEmpty() ? "" : "\n" + words + " " + key;
  }
}
