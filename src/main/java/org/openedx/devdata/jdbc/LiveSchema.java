package org.openedx.devdata.jdbc;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What a database really has, read once from {@code information_schema}. Immutable. */
public final class LiveSchema {

  private final Map<String, LiveTable> tables;

  private LiveSchema(Map<String, LiveTable> tables) {
    this.tables = tables;
  }

  /** Reads all base tables of the connection's database: two queries, whatever their number. */
  static LiveSchema read(Handle handle) {
    Map<String, LiveTable> tables = new LinkedHashMap<>();
    handle
        .createQuery(
            "SELECT table_name AS t, engine AS e FROM information_schema.tables"
                + " WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'")
        .map(
            (rs, context) ->
                new LiveTable(rs.getString("t"), rs.getString("e"), new LinkedHashMap<>()))
        .forEach(table -> tables.put(table.name(), table));
    handle
        .createQuery(
            "SELECT table_name AS t, column_name AS c, data_type AS d, is_nullable AS n,"
                + " column_default IS NOT NULL AND NOT (column_default <=> 'NULL') AS has_default,"
                + " extra AS x, character_maximum_length AS l, character_set_name AS s,"
                + " collation_name AS o FROM information_schema.columns"
                + " WHERE table_schema = DATABASE() ORDER BY table_name, ordinal_position")
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
    return new LiveSchema(tables);
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

  /** The table, or null when the database has none of that name. */
  public LiveTable table(String name) {
    return tables.get(name);
  }

  /** The live table of a described one, under its present or a former name; null if absent. */
  public LiveTable find(Table table) {
    LiveTable live = tables.get(table.name());
    for (String former : table.details().formerNames()) {
      live = live == null ? tables.get(former) : live;
    }
    return live;
  }

  public Map<String, LiveTable> tables() {
    return tables;
  }
}
