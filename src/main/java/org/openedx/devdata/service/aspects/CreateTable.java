package org.openedx.devdata.service.aspects;

import java.util.stream.Collectors;
import org.openedx.devdata.jdbc.clickhouse.TableName;
import org.openedx.devdata.world.raw.AspectsTable;

/** The statement that makes a raw table. Stateless. */
final class CreateTable {

  /**
   * Replicated tables remember the names of inserts by themselves and take each once; a table that
   * devdata makes shall do so too, so that a run can be resumed or repeated.
   */
  private static final String REMEMBER_INSERTS = "non_replicated_deduplication_window = 10000";

  private CreateTable() {}

  /** Makes a table when it is missing. On a cluster its engine is the replicated one. */
  static String of(AspectsTable table, AspectsNames names) {
    AspectsTable.Storage storage = table.storage();
    String lines =
        table.columns().stream()
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
        + names.of(table).quoted()
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
