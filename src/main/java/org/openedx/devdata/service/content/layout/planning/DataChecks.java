package org.openedx.devdata.service.content.layout.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.openedx.devdata.jdbc.table.Ddl;
import org.openedx.devdata.service.content.layout.Dialect;
import org.openedx.devdata.service.content.layout.Layout;
import org.openedx.devdata.service.content.layout.LayoutMap;
import org.openedx.devdata.service.content.layout.LayoutTable;
import org.openedx.devdata.service.content.layout.migration.Migration;
import org.openedx.devdata.service.content.layout.migration.SchemaFacts;

/**
 * Looks for rows over which a migration would fail half way, so that it is not begun. Read only.
 */
public final class DataChecks {

  private static final String ASCII_CODE = "^[a-zA-Z0-9_.-]+\\Z";
  private static final String CODE = "^[\\w.-]+\\Z";
  private static final int SHOWN = 3;

  private final LayoutMap map;
  private final Dialect dialect;
  private final Handle handle;
  private final Set<String> facts;

  public DataChecks(LayoutMap map, Dialect dialect, Handle handle, Set<String> facts) {
    this.map = map;
    this.dialect = dialect;
    this.handle = handle;
    this.facts = facts;
  }

  /** Reasons for which a migration that has not run would fail; empty when there are none. */
  public List<String> against(Migration migration) {
    if (!migration.isMerged()) {
      return List.of();
    }
    return switch (migration.name().substring(0, 4)) {
      case "0004" -> componentTypes();
      case "0005" -> containers();
      case "0008" -> codes("collection", "_key", ASCII_CODE, "collection key");
      case "0009" -> codes("component", "local_key", CODE, "local key of a component");
      case "0010" -> containerCodes();
      default -> List.of();
    };
  }

  /** The table's name in the database now. */
  private String table(String logical) {
    for (Layout layout : Layout.values()) {
      LayoutTable table = map.table(logical);
      if (table.isIn(layout) && facts.contains(SchemaFacts.table(logical, table.name(layout)))) {
        return Ddl.quote(table.name(layout));
      }
    }
    return "";
  }

  private List<String> componentTypes() {
    return problems(
        "SELECT CONCAT(t.namespace, ':', t.name, ':', c.local_key) FROM "
            + table("component")
            + " c JOIN "
            + table("componenttype")
            + " t ON t.id = c.component_type_id GROUP BY c.learning_package_id, t.namespace,"
            + " t.name, c.local_key HAVING COUNT(*) > 1",
        "component",
        "local_key",
        "is there twice, once for each of two component types of that name; delete one of them",
        "component");
  }

  private List<String> containers() {
    String none =
        List.of("section", "subsection", "unit").stream()
            .map(
                kind ->
                    "NOT EXISTS (SELECT 1 FROM "
                        + table(kind)
                        + " k WHERE k.container_id = c.publishable_entity_id)")
            .collect(Collectors.joining(" AND "));
    return problems(
        "SELECT e._key FROM "
            + table("container")
            + " c JOIN "
            + table("publishableentity")
            + " e ON e.id = c.publishable_entity_id WHERE "
            + none,
        "publishableentity",
        "_key",
        "is neither section nor subsection nor unit; give it its row in one of those tables",
        "container");
  }

  private List<String> codes(String logical, String column, String pattern, String what) {
    String name = Ddl.quote(column);
    return problems(
        "SELECT " + name + " FROM " + table(logical) + " WHERE " + bad(name, pattern),
        logical,
        column,
        "is longer than 255 characters or has others than letters, digits, '_', '-' and '.';"
            + " rename it",
        what);
  }

  private String bad(String column, String pattern) {
    return "(CHAR_LENGTH(" + column + ") > 255 OR NOT (" + dialect.matches(column, pattern) + "))";
  }

  private List<String> containerCodes() {
    String from =
        " FROM "
            + table("container")
            + " c JOIN "
            + table("publishableentity")
            + " e ON e.id = c.publishable_entity_id ";
    List<String> problems =
        new ArrayList<>(
            problems(
                "SELECT e._key" + from + "WHERE " + bad("e._key", CODE),
                "publishableentity",
                "_key",
                "is longer than 255 characters or has others than letters, digits, '_', '-' and"
                    + " '.'; rename it",
                "key of a container"));
    problems.addAll(
        problems(
            "SELECT MIN(e._key)"
                + from
                + "GROUP BY e.learning_package_id, CONVERT(e._key USING utf8mb4) COLLATE "
                + collation()
                + " HAVING COUNT(*) > 1",
            "publishableentity",
            "_key",
            "differs from another one only by case or accent, which the new column does not"
                + " distinguish; rename one of them",
            "key of a container"));
    return problems;
  }

  private String collation() {
    return handle
        .createQuery(
            "SELECT table_collation FROM information_schema.tables WHERE table_schema = DATABASE()"
                + " AND table_name = ?")
        .bind(0, table("container").replace("`", ""))
        .mapTo(String.class)
        .one();
  }

  private List<String> problems(
      String sql, String logical, String column, String trouble, String what) {
    if (!facts.contains(SchemaFacts.column(logical, column))) {
      return List.of();
    }
    List<String> found =
        handle.createQuery(sql + " LIMIT " + (SHOWN + 1)).mapTo(String.class).list();
    return found.stream().limit(SHOWN).map(value -> what + " '" + value + "' " + trouble).toList();
  }
}
