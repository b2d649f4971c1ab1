package org.openedx.devdata.jdbc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.openedx.devdata.jdbc.schema.BoundTable;
import org.openedx.devdata.jdbc.schema.LiveSchema;
import org.openedx.devdata.jdbc.schema.LiveTable;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.jdbc.table.TableSet;

/**
 * The described tables of a service matched with a database, made once per connection and service,
 * before anything is written. Immutable.
 */
public final class SchemaBinding {

  private final Map<String, BoundTable> bound;
  private final TableSet tables;

  private SchemaBinding(TableSet tables, Map<String, BoundTable> bound) {
    this.tables = tables;
    this.bound = bound;
  }

  /**
   * Matches.
   *
   * @param extras values for unknown columns, by table and column; see {@code column_defaults}
   * @param needed names of the tables that this run writes or looks up
   * @throws DatabaseException naming every table and column that stands in the way
   */
  public static SchemaBinding of(
      TableSet tables,
      LiveSchema live,
      Iterable<String> needed,
      Map<String, Map<String, String>> extras,
      String advice) {
    Map<String, BoundTable> bound = new HashMap<>();
    for (Table table : tables.all()) {
      LiveTable found = live.find(table);
      if (found != null) {
        bound.put(
            table.name(),
            new BoundTable(table, found, extras.getOrDefault(table.name(), Map.of())));
      }
    }
    List<String> obstacles = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (String name : needed) {
      BoundTable table = bound.get(name);
      String elsewhere = live.databaseOf(tables.get(name));
      if (table != null) {
        obstacles.addAll(table.obstacles());
      } else if (!elsewhere.isEmpty()) {
        obstacles.add(missingElsewhere(tables.get(name), elsewhere));
      } else if (!tables.get(name).details().optional()) {
        missing.add(name);
      }
    }
    if (!missing.isEmpty()) {
      obstacles.add(
          0,
          live.has("django_migrations")
              ? "the database has no table "
                  + String.join(", ", missing)
                  + " that this user can see; "
                  + advice
              : "the database has none of Django's tables; " + advice);
    }
    extras.keySet().stream()
        .filter(name -> !tables.has(name))
        .forEach(name -> obstacles.add("column_defaults: devdata writes no table '" + name + "'"));
    if (!obstacles.isEmpty()) {
      throw new DatabaseException(String.join("\n", obstacles));
    }
    return new SchemaBinding(tables, bound);
  }

  /**
   * @throws DatabaseException when the database has none of these tables
   */
  public void requireOneOf(Collection<String> names, String advice) {
    if (names.stream().noneMatch(bound::containsKey)) {
      throw new DatabaseException(
          "the database has no table " + String.join(" or ", new TreeSet<>(names)) + "; " + advice);
    }
  }

  private static String missingElsewhere(Table table, String database) {
    return ("the database %s has no table %s that this user can see; migrate it: `manage.py lms"
            + " migrate --database %s`, or name another database")
        .formatted(database, table, table.details().alias());
  }

  /** The bound table; null when the database does not have it (only for optional tables). */
  public BoundTable get(Table table) {
    return bound.get(table.name());
  }

  public TableSet tables() {
    return tables;
  }

  /** The twin that keeps the table's history, or null when there is none in this database. */
  public BoundTable historyOf(Table table) {
    Table history = tables.historyOf(table);
    return history == null ? null : bound.get(history.name());
  }
}
