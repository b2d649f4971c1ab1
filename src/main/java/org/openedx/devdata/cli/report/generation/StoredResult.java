package org.openedx.devdata.cli.report.generation;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.openedx.devdata.cli.report.json.Meaning;
import org.openedx.devdata.generate.stored.StoredTransfer;

/** Files that ClickHouse has loaded. */
public record StoredResult(
    @Meaning("`load-db-from-s3`") String command,
    @Meaning("the folder or bucket of the files") String source,
    @Meaning("the server") String destination,
    @Meaning("duration of the load") Duration seconds,
    @Meaning("what was loaded, by table") Map<String, LoadedTable> tables) {

  /** A table. */
  public record LoadedTable(
      @Meaning("number of its files") int files,
      @Meaning("number of rows that ClickHouse has read") long rows,
      @Meaning(value = "number of rows by the manifest, when there is one", leftOut = true)
          Optional<Long> expected) {}

  /**
   * The document of a load of files.
   *
   * @param source the folder or bucket of the files
   * @param destination the server
   */
  public static StoredResult of(
      String source, String destination, StoredTransfer.Result result, Duration took) {
    Map<String, LoadedTable> tables = new LinkedHashMap<>();
    result
        .rows()
        .forEach(
            (table, rows) ->
                tables.put(
                    table.tableName(),
                    new LoadedTable(
                        result.files().get(table),
                        rows,
                        Optional.ofNullable(result.expected().get(table)))));
    return new StoredResult("load-db-from-s3", source, destination, took, tables);
  }
}
