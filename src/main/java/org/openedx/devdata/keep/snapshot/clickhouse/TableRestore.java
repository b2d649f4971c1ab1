package org.openedx.devdata.keep.snapshot.clickhouse;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.ClickHouseException;
import org.openedx.devdata.jdbc.clickhouse.TableName;
import org.openedx.devdata.keep.snapshot.PackedFile;
import org.openedx.devdata.keep.snapshot.SavedCopy;
import org.openedx.devdata.keep.snapshot.SnapshotException;

/**
 * The restoring of one table: its rows are loaded into a table beside, which no view reads, and its
 * partitions take the place of those that differ. A partition is replaced as a whole.
 *
 * @param server that has it
 * @param saved what was saved
 * @param copy the snapshot's part
 * @param table the table as it is
 * @param fitting whether to take the columns that both have
 */
record TableRestore(
    ClickHouse server, SavedTable saved, SavedCopy copy, LiveTable table, boolean fitting) {

  private static final int ACCESS_DENIED = 497;

  /** Partitions of one statement; its length has a limit. */
  private static final int TOGETHER = 1_000;

  /** All rows as they are, whatever merging would make of them. */
  private static final Map<String, String> AS_SAVED =
      Map.of("optimize_on_insert", "0", "input_format_skip_unknown_fields", "1");

  private static final Pattern REPLICATED =
      Pattern.compile("Replicated(\\w*MergeTree)(?:\\('[^']*', '[^']*'(?:, )?)?");

  /**
   * Restores, unless it is as saved.
   *
   * @param lock asked before rows are replaced
   * @return whether anything was written
   */
  boolean restore(SiteLock lock) throws IOException {
    List<PartitionSum> live = table.rows() == 0 ? List.of() : table.sums(server, List.of());
    boolean alike = saved.shape().columns().equals(table.shape().columns());
    if (alike && live.equals(saved.partitions())) {
      return false;
    }
    TableName beside = beside(table.name().database());
    try {
      List<PartitionSum> loaded = saved.partitions().isEmpty() ? List.of() : load(beside, alike);
      lock.requireHeld();
      replace(live, loaded, beside);
      return true;
    } finally {
      drop(server, beside.database());
    }
  }

  private static TableName beside(String database) {
    return new TableName(database, SiteCatalog.OWN + "restore");
  }

  /** Removes what a restore has loaded and not put into its place. */
  static void drop(ClickHouse server, String database) {
    server.run("DROP TABLE IF EXISTS " + beside(database).quoted() + " SYNC");
  }

  private List<PartitionSum> load(TableName beside, boolean alike) throws IOException {
    Matcher replicated = REPLICATED.matcher(table.engineFull());
    server.run(
        "CREATE TABLE %s AS %s ENGINE = %s"
            .formatted(
                beside.quoted(),
                table.name().quoted(),
                replicated.lookingAt()
                    ? replicated.group(1)
                        + (replicated.group().contains("(") ? "(" : "")
                        + table.engineFull().substring(replicated.end())
                    : table.engineFull()));
    keepAll(beside);
    String file = copy.part().name() + "/" + saved.file();
    server.insert(
        insert(beside),
        out -> {
          try (InputStream in = PackedFile.open(copy.files(), file)) {
            in.transferTo(out);
          }
        },
        saved.rows(),
        AS_SAVED);
    List<PartitionSum> loaded =
        new LiveTable(beside, table.shape(), table.engineFull(), saved.rows())
            .sums(server, List.of());
    boolean complete =
        alike ? loaded.equals(saved.partitions()) : PartitionSum.rows(loaded) == saved.rows();
    if (!complete) {
      throw new SnapshotException(
          "%s: table %s was not loaded as it was saved, and stays as it is; the snapshot's file %s may be damaged"
              .formatted(server.settings().label(), table.shape().name(), file));
    }
    return loaded;
  }

  /** Rows past their time stay until they are where they were. */
  private void keepAll(TableName beside) {
    if (table.engineFull().contains(" TTL ")) {
      try {
        server.run("SYSTEM STOP MERGES " + beside.quoted());
      } catch (ClickHouseException e) {
        if (e.code() != ACCESS_DENIED) {
          throw e;
        }
      }
    }
  }

  private String insert(TableName beside) {
    List<StoredColumn> taken =
        saved.shape().columns().stream()
            .filter(column -> table.shape().names().contains(column.name()))
            .toList();
    String columns =
        taken.stream()
            .map(column -> TableName.quote(column.name()))
            .collect(Collectors.joining(", "));
    String into = "INSERT INTO %s (%s) ".formatted(beside.quoted(), columns);
    if (saved.shape().states().isEmpty()) {
      return into + "FORMAT Native";
    }
    List<String> structure = new ArrayList<>();
    Map<String, String> types = new HashMap<>();
    saved.shape().columns().forEach(column -> types.put(column.name(), column.plainType()));
    for (String name : LiveTable.fileColumns(saved.shape())) {
      boolean text = !types.containsKey(name) || types.get(name).startsWith("AggregateFunction(");
      structure.add(TableName.quote(name) + " " + (text ? "String" : types.get(name)));
    }
    return into
        + "SELECT "
        + taken.stream().map(TableRestore::value).collect(Collectors.joining(", "))
        + " FROM input("
        + TableName.literal(String.join(", ", structure))
        + ") FORMAT Native";
  }

  private static String value(StoredColumn column) {
    return column.isState()
        ? "CAST(unhex(%s), %s)"
            .formatted(
                TableName.quote(column.name() + LiveTable.STATE), TableName.literal(column.type()))
        : TableName.quote(column.name());
  }

  private void replace(List<PartitionSum> live, List<PartitionSum> loaded, TableName beside) {
    List<String> commands = new ArrayList<>();
    for (PartitionSum partition : loaded) {
      if (!live.contains(partition) || fitting) {
        commands.add(
            "REPLACE PARTITION ID %s FROM %s"
                .formatted(TableName.literal(partition.partition()), beside.quoted()));
      }
    }
    List<String> kept = loaded.stream().map(PartitionSum::partition).toList();
    for (PartitionSum partition : live) {
      if (!kept.contains(partition.partition())) {
        commands.add("DROP PARTITION ID " + TableName.literal(partition.partition()));
      }
    }
    for (int from = 0; from < commands.size(); from += TOGETHER) {
      server.run(
          "ALTER TABLE %s %s"
              .formatted(
                  table.name().quoted(),
                  String.join(
                      ", ", commands.subList(from, Math.min(commands.size(), from + TOGETHER)))),
          Map.of("alter_sync", "2"));
    }
  }
}
