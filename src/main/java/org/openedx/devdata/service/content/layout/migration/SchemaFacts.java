package org.openedx.devdata.service.content.layout.migration;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.openedx.devdata.service.content.layout.Layout;
import org.openedx.devdata.service.content.layout.LayoutMap;
import org.openedx.devdata.service.content.layout.LayoutTable;

/**
 * Facts of a database's schema, as short texts that migrations are compared with. Tables of content
 * go by their present names without prefix, so that a fact survives a renaming; others by their
 * own.
 *
 * <pre>
 * table media = oel_contents_content     column media.size     width media._key = 500
 * nullable container.container_type_id   default publishlogrecord.direct
 * index media.oel_cvmedia_c_cv           foreign key media.NAME   check media.NAME
 * </pre>
 */
public final class SchemaFacts {

  private final Map<String, String> logical = new HashMap<>();
  private final Handle handle;

  public SchemaFacts(LayoutMap map, Handle handle) {
    this.handle = handle;
    for (LayoutTable table : map.tables()) {
      for (Layout layout : Layout.values()) {
        if (table.isIn(layout)) {
          logical.put(table.name(layout), table.logicalName());
        }
      }
    }
  }

  public static String table(String logical, String name) {
    return "table " + logical + " = " + name;
  }

  public static String column(String table, String column) {
    return "column " + table + "." + column;
  }

  public static String width(String table, String column, int width) {
    return "width " + table + "." + column + " = " + width;
  }

  public static String nullable(String table, String column) {
    return "nullable " + table + "." + column;
  }

  public static String defaulted(String table, String column) {
    return "default " + table + "." + column;
  }

  public static String index(String table, String name) {
    return "index " + table + "." + name;
  }

  public static String foreignKey(String table, String name) {
    return "foreign key " + table + "." + name;
  }

  public static String check(String table, String name) {
    return "check " + table + "." + name;
  }

  /** All facts: three queries. */
  public Set<String> read() {
    Set<String> facts = new HashSet<>();
    handle
        .createQuery(
            "SELECT table_name, column_name, character_maximum_length, is_nullable, column_default"
                + " FROM information_schema.columns WHERE table_schema = DATABASE()")
        .map(
            (rs, context) -> {
              String name = rs.getString(1);
              String table = logical.getOrDefault(name, name);
              String column = rs.getString(2);
              facts.add(table(table, name));
              facts.add(column(table, column));
              if (rs.getString(3) != null && rs.getLong(3) < 10_000) {
                facts.add(width(table, column, rs.getInt(3)));
              }
              if (rs.getString(4).equals("YES")) {
                facts.add(nullable(table, column));
              }
              // MariaDB shows NULL for no default, MySQL has none.
              if (rs.getString(5) != null && !rs.getString(5).equals("NULL")) {
                facts.add(defaulted(table, column));
              }
              return 0;
            })
        .list();
    handle
        .createQuery(
            "SELECT DISTINCT table_name, index_name FROM information_schema.statistics"
                + " WHERE table_schema = DATABASE()")
        .map((rs, context) -> facts.add(index(table(rs.getString(1)), rs.getString(2))))
        .list();
    handle
        .createQuery(
            "SELECT table_name, constraint_name, constraint_type"
                + " FROM information_schema.table_constraints WHERE table_schema = DATABASE()"
                + " AND constraint_type IN ('FOREIGN KEY', 'CHECK')")
        .map(
            (rs, context) ->
                facts.add(
                    rs.getString(3).equals("CHECK")
                        ? check(table(rs.getString(1)), rs.getString(2))
                        : foreignKey(table(rs.getString(1)), rs.getString(2))))
        .list();
    return facts;
  }

  private String table(String name) {
    return logical.getOrDefault(name, name);
  }
}
