package org.openedx.devdata.jdbc.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.openedx.devdata.jdbc.table.Table;

/**
 * Tables and columns that a database really has, and those of other databases of its server that
 * hold some of a service's tables; read once from {@code information_schema}. Immutable.
 */
public final class LiveSchema {

  private final Map<String, LiveTable> tables;
  private final Map<String, String> aliases;
  private final Map<String, Map<String, LiveTable>> aliased;

  public LiveSchema(
      Map<String, LiveTable> tables,
      Map<String, String> aliases,
      Map<String, Map<String, LiveTable>> aliased) {
    this.tables = tables;
    this.aliases = aliases;
    this.aliased = aliased;
  }

  /**
   * Reads all base tables of the connection's database: three queries, whatever their number.
   *
   * @param aliases other databases to read, by alias
   */
  public static LiveSchema read(Handle handle, Map<String, String> aliases) {
    Map<String, Map<String, LiveTable>> aliased = new LinkedHashMap<>();
    aliases.forEach((alias, database) -> aliased.put(alias, tables(handle, database)));
    return new LiveSchema(tables(handle, ""), aliases, aliased);
  }

  private static Map<String, LiveTable> tables(Handle handle, String database) {
    Map<String, LiveTable> tables = new LinkedHashMap<>();
    handle
        .createQuery(
            "SELECT table_name AS t, engine AS e FROM information_schema.tables"
                + " WHERE table_schema = COALESCE(NULLIF(:database, ''), DATABASE())"
                + " AND table_type = 'BASE TABLE'")
        .bind("database", database)
        .map(
            (rs, context) ->
                new LiveTable(
                    rs.getString("t"),
                    rs.getString("e"),
                    new LinkedHashMap<>(),
                    new LinkedHashMap<>(),
                    database))
        .forEach(table -> tables.put(table.name(), table));
    handle
        .createQuery(
            "SELECT table_name AS t, column_name AS c, data_type AS d, is_nullable AS n,"
                + " column_default IS NOT NULL AND NOT (column_default <=> 'NULL') AS has_default,"
                + " extra AS x, character_maximum_length AS l, character_set_name AS s,"
                + " collation_name AS o FROM information_schema.columns"
                + " WHERE table_schema = COALESCE(NULLIF(:database, ''), DATABASE())"
                + " ORDER BY table_name, ordinal_position")
        .bind("database", database)
        .map(
            (rs, context) -> {
              LiveTable table = tables.get(rs.getString("t"));
              if (table != null) {
                LiveColumn column = column(rs);
                table.columns().put(column.name(), column);
              }
              return 0;
            })
        .forEach(ignored -> {});
    handle
        .createQuery(
            "SELECT table_name AS t, index_name AS i, column_name AS c FROM"
                + " information_schema.statistics"
                + " WHERE table_schema = COALESCE(NULLIF(:database, ''), DATABASE())"
                + " AND non_unique = 0 ORDER BY table_name, index_name, seq_in_index")
        .bind("database", database)
        .map(
            (rs, context) -> {
              LiveTable table = tables.get(rs.getString("t"));
              if (table != null) {
                // Parts that are expressions have no column; such an index is never asked for.
                table
                    .uniqueIndexes()
                    .computeIfAbsent(rs.getString("i"), any -> new ArrayList<>())
                    .add(text(rs.getString("c")));
              }
              return 0;
            })
        .forEach(ignored -> {});
    // Who may make tables in a database is shown the names of all, and no columns of others' ones.
    tables.values().removeIf(table -> table.columns().isEmpty());
    return tables;
  }

  private static LiveColumn column(java.sql.ResultSet rs) throws java.sql.SQLException {
    String extra = text(rs.getString("x")).toLowerCase(Locale.ROOT);
    long length = rs.getLong("l");
    return new LiveColumn(
        rs.getString("c"),
        rs.getString("d").toLowerCase(Locale.ROOT),
        rs.getString("n").equals("YES"),
        rs.getBoolean("has_default")
            || extra.contains("auto_increment")
            || extra.contains("generated"),
        rs.getString("s") == null ? -1 : length,
        text(rs.getString("s")),
        text(rs.getString("o")));
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }

  public boolean has(String table) {
    return tables.containsKey(table);
  }

  /**
   * The table of a description, in the database where it belongs, under its present or a former
   * name; null when it is not there.
   */
  public LiveTable find(Table table) {
    Map<String, LiveTable> place = aliased.getOrDefault(table.details().alias(), tables);
    LiveTable live = place.get(table.name());
    for (String former : table.details().formerNames()) {
      live = live == null ? place.get(former) : live;
    }
    return live;
  }

  /** The other database that is to have a described table; empty for the connection's own. */
  public String databaseOf(Table table) {
    return aliases.getOrDefault(table.details().alias(), "");
  }

  /** The table, or null when the database has none of that name. */
  public LiveTable table(String name) {
    return tables.get(name);
  }

  public Map<String, LiveTable> tables() {
    return tables;
  }
}
