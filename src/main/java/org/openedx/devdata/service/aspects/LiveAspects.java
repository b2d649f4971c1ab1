package org.openedx.devdata.service.aspects;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.TableName;

/**
 * The tables that a site really has.
 *
 * @param tables by name
 */
public record LiveAspects(Map<TableName, LiveTable> tables) {

  /**
   * One of them.
   *
   * @param engine such as {@code ReplacingMergeTree} or {@code Dictionary}
   * @param engineFull with keys and TTL
   * @param partitionKey empty when there is none
   * @param asSelect the query of a view
   * @param create the statement that makes it
   * @param rows as ClickHouse counts them without looking, duplicates included
   * @param columns types by name
   */
  public record LiveTable(
      String engine,
      String engineFull,
      String partitionKey,
      String asSelect,
      String create,
      long rows,
      Map<String, String> columns) {}

  /** Reads the system tables about a site's databases, all of whose tables the user must see. */
  public static LiveAspects read(ClickHouse clickhouse, AspectsNames names) {
    SiteSight.require(clickhouse, names);
    return readAll(clickhouse, names.databases());
  }

  /**
   * As {@link #read}, with the databases whose views and dictionaries read those of the site, by
   * whatever way.
   */
  public static LiveAspects readWithReaders(ClickHouse clickhouse, AspectsNames names) {
    SiteSight.require(clickhouse, names);
    Set<String> databases = names.databases();
    for (int known = 0; known < databases.size(); ) {
      known = databases.size();
      String mentioned =
          databases.stream().map(LiveAspects::mention).collect(Collectors.joining("|"));
      clickhouse
          .rows(
              "SELECT DISTINCT database FROM system.tables WHERE engine IN ('MaterializedView', 'View', 'Dictionary') AND match(create_table_query, %s)"
                  .formatted(TableName.literal("(^|[^A-Za-z0-9_`])`?(" + mentioned + ")`?[.]")))
          .forEach(row -> databases.add(row.get(0)));
    }
    return readAll(clickhouse, databases);
  }

  private static String mention(String database) {
    String quoted = TableName.quote(database);
    return quoted.substring(1, quoted.length() - 1).replaceAll("([\\p{Punct}&&[^_]])", "\\\\$1");
  }

  private static LiveAspects readAll(ClickHouse clickhouse, Set<String> all) {
    String databases =
        all.stream().map(TableName::literal).collect(Collectors.joining(", ", "(", ")"));
    Map<TableName, Map<String, String>> columns = new LinkedHashMap<>();
    for (List<String> row :
        clickhouse.rows(
            "SELECT database, table, name, type FROM system.columns WHERE database IN %s ORDER BY database, table, position"
                .formatted(databases))) {
      columns
          .computeIfAbsent(new TableName(row.get(0), row.get(1)), key -> new LinkedHashMap<>())
          .put(row.get(2), row.get(3));
    }
    Map<TableName, LiveTable> tables = new LinkedHashMap<>();
    for (List<String> row :
        clickhouse.rows(
            "SELECT database, name, engine, engine_full, partition_key, as_select, create_table_query, ifNull(total_rows, 0) FROM system.tables WHERE database IN %s ORDER BY database, name"
                .formatted(databases))) {
      TableName name = new TableName(row.get(0), row.get(1));
      tables.put(
          name,
          new LiveTable(
              row.get(2),
              row.get(3),
              row.get(4),
              row.get(5),
              row.get(6),
              Long.parseLong(row.get(7)),
              columns.getOrDefault(name, Map.of())));
    }
    return new LiveAspects(tables);
  }

  public Optional<LiveTable> find(TableName name) {
    return Optional.ofNullable(tables.get(name));
  }

  public boolean has(TableName name) {
    return tables.containsKey(name);
  }

  /** Types by column, or nothing when the table is not there. */
  public Map<String, String> columns(TableName name) {
    return find(name).map(LiveTable::columns).orElse(Map.of());
  }
}
