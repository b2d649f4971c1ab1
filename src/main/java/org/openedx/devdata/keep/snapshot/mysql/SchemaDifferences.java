package org.openedx.devdata.keep.snapshot.mysql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.openedx.devdata.jdbc.catalog.CatalogColumn;
import org.openedx.devdata.jdbc.catalog.CatalogReference;
import org.openedx.devdata.jdbc.catalog.CatalogTable;

/** Ways in which a database's structure is not what was saved, one sentence each. Stateless. */
public final class SchemaDifferences {

  private SchemaDifferences() {}

  /**
   * Structure of a database.
   *
   * @param tables by name
   * @param migrations what Django has run, as {@code app.name}
   */
  public record Schema(Map<String, CatalogTable> tables, List<String> migrations) {}

  /**
   * Compares.
   *
   * @param items which tables to look at
   */
  public static List<String> of(Schema saved, Schema live, Predicate<String> items) {
    List<String> found = new ArrayList<>();
    Predicate<String> wanted =
        name -> items.test(name) && !SavedTable.isOwn(name) && !BesideNames.isLeft(name);
    for (CatalogTable table : saved.tables().values()) {
      if (wanted.test(table.name())) {
        CatalogTable now = live.tables().get(table.name());
        if (now == null) {
          found.add("table " + table.name() + " is not there");
        } else {
          compare(table, now, found);
        }
      }
    }
    for (String name : live.tables().keySet()) {
      if (wanted.test(name) && !saved.tables().containsKey(name)) {
        found.add("table " + name + " was not saved");
      }
    }
    list("migration %s has not run", saved.migrations(), live.migrations(), found);
    list("migration %s had not run", live.migrations(), saved.migrations(), found);
    return found;
  }

  private static void list(
      String sentence, List<String> some, List<String> others, List<String> found) {
    Set<String> missing = new TreeSet<>(some);
    missing.removeAll(Set.copyOf(others));
    missing.forEach(one -> found.add(sentence.formatted(one)));
  }

  private static void compare(CatalogTable saved, CatalogTable live, List<String> found) {
    String table = "table " + saved.name() + ": ";
    for (CatalogColumn column : saved.columns()) {
      Optional<CatalogColumn> now = live.column(column.name());
      if (now.isEmpty()) {
        found.add(table + "column " + column.name() + " is not there");
      } else if (!shape(column).equals(shape(now.get()))) {
        found.add(
            table
                + "column %s is %s and was %s"
                    .formatted(column.name(), shape(now.get()), shape(column)));
      }
    }
    for (CatalogColumn column : live.columns()) {
      if (saved.column(column.name()).isEmpty()) {
        found.add(table + "column " + column.name() + " was not there");
      }
    }
    if (!saved.primaryKey().equals(live.primaryKey())) {
      found.add(table + "the primary key is another one");
    }
    different(
        table + "unique key %s",
        List.copyOf(saved.uniqueKeys().values()),
        List.copyOf(live.uniqueKeys().values()),
        found);
    different(table + "foreign key %s", targets(saved), targets(live), found);
  }

  private static <T> void different(String what, List<T> saved, List<T> live, List<String> found) {
    for (T one : saved) {
      if (!live.contains(one)) {
        found.add(what.formatted(one) + " is not there");
      }
    }
    for (T one : live) {
      if (!saved.contains(one)) {
        found.add(what.formatted(one) + " was not there");
      }
    }
  }

  private static List<String> targets(CatalogTable table) {
    return table.references().stream().map(SchemaDifferences::target).toList();
  }

  private static String target(CatalogReference reference) {
    return reference.columns() + " to " + reference.table() + " " + reference.targets();
  }

  /** MySQL and MariaDB write display widths of whole numbers or not, and name JSON differently. */
  private static String shape(CatalogColumn column) {
    String type =
        column
            .columnType()
            .replaceAll("(?i)\\b(tinyint|smallint|mediumint|int|bigint)\\(\\d+\\)", "$1");
    return type
        + (column.charset().isEmpty() ? "" : " " + column.collation())
        + (column.nullable() ? "" : " NOT NULL")
        + (column.generated() ? " GENERATED" : "");
  }
}
