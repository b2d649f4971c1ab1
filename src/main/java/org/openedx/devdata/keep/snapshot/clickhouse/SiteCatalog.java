package org.openedx.devdata.keep.snapshot.clickhouse;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.TableName;

/**
 * The tables of databases that hold rows, and what is there besides.
 *
 * @param tables by name, without those of devdata itself
 * @param others names of what is no such table, by kind in the plural
 */
public record SiteCatalog(Map<String, LiveTable> tables, Map<String, List<String>> others) {

  /** Beginning of the names of tables that a restore makes. */
  static final String OWN = "_devdata_";

  private static final Map<String, String> KINDS =
      Map.of(
          "View", "views", "MaterializedView", "materialized views", "Dictionary", "dictionaries");

  /** Tables of materialized views that name none. */
  private static final String INNER = ".inner.";

  private static final String INNER_ID = ".inner_id.";

  /** Tables that a server makes for a refresh, and drops. */
  private static final String PASSING = ".tmp";

  /** Reads what databases have. */
  public static SiteCatalog read(ClickHouse server, Collection<String> databases) {
    String in = LiveTable.list(List.copyOf(databases));
    Map<TableName, List<StoredColumn>> columns = new HashMap<>();
    server
        .rows(
            "SELECT database, table, name, type FROM system.columns WHERE database IN "
                + in
                + " AND default_kind NOT IN ('ALIAS', 'MATERIALIZED', 'EPHEMERAL')"
                + " ORDER BY database, table, position")
        .forEach(
            row ->
                columns
                    .computeIfAbsent(
                        new TableName(row.get(0), row.get(1)), any -> new ArrayList<>())
                    .add(new StoredColumn(row.get(2), row.get(3))));
    List<List<String>> rows =
        server.rows(
            "SELECT database, name, engine, engine_full, partition_key, sorting_key, primary_key, toString(uuid), ifNull(total_rows, 0) FROM system.tables WHERE database IN "
                + in
                + " ORDER BY database, name");
    Map<String, String> views = new HashMap<>();
    for (List<String> row : rows) {
      if (row.get(2).equals("MaterializedView")) {
        views.put(row.get(0) + INNER_ID + row.get(7), row.get(1));
      }
    }
    Map<String, LiveTable> tables = new TreeMap<>();
    Map<String, List<String>> others = new TreeMap<>();
    for (List<String> row : rows) {
      TableName name = new TableName(row.get(0), row.get(1));
      if (!name.table().startsWith(OWN) && !name.table().startsWith(PASSING)) {
        LiveTable table =
            new LiveTable(
                name,
                new TableShape(
                    known(name, views),
                    row.get(2).replace("Replicated", ""),
                    row.get(4),
                    row.get(5),
                    row.get(6),
                    columns.getOrDefault(name, List.of())),
                row.get(3),
                Long.parseLong(row.get(8)));
        Optional<String> kind = otherKind(table, row.get(2));
        if (kind.isEmpty()) {
          tables.put(table.shape().name(), table);
        } else {
          others.computeIfAbsent(kind.get(), any -> new ArrayList<>()).add(name.toString());
        }
      }
    }
    return new SiteCatalog(tables, others);
  }

  /** The view's name of a view's own table. */
  private static String known(TableName name, Map<String, String> views) {
    String table = name.table();
    if (table.startsWith(INNER)) {
      return name.database() + "." + table.substring(INNER.length());
    }
    return name.database() + "." + views.getOrDefault(name.database() + table, table);
  }

  /** The kind of what is not saved; empty for tables that are. */
  private static Optional<String> otherKind(LiveTable table, String engine) {
    if (!engine.endsWith("MergeTree")) {
      return Optional.of(KINDS.getOrDefault(engine, "tables of engine " + engine));
    }
    return table.shape().unreadable().map(type -> "tables with column " + type);
  }
}
