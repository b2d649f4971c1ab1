package org.openedx.devdata.jdbc.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All base tables of one database, and the names of all that is no base table. Immutable.
 *
 * @param database its name
 * @param tables by name; children before the tables that they refer to
 * @param others names of what else there is, by kind in the plural, such as {@code views}
 */
public record Catalog(
    String database, Map<String, CatalogTable> tables, Map<String, List<String>> others) {

  /**
   * A foreign key that refers to a table of another one.
   *
   * @param table the table that refers
   */
  public record Referrer(CatalogTable table, CatalogReference reference) {}

  static Catalog of(
      String database, Map<String, CatalogTable> tables, Map<String, List<String>> others) {
    Map<String, CatalogTable> ordered = new LinkedHashMap<>();
    new ReferenceOrder(database, tables)
        .childrenFirst()
        .forEach(table -> ordered.put(table.name(), table));
    return new Catalog(database, ordered, others);
  }

  /** The table of that name, if there is one. */
  public Optional<CatalogTable> table(String name) {
    return Optional.ofNullable(tables.get(name));
  }

  /** Foreign keys by which rows of this database refer to a table. */
  public List<Referrer> referrers(String table) {
    List<Referrer> referrers = new ArrayList<>();
    for (CatalogTable other : tables.values()) {
      for (CatalogReference reference : other.references()) {
        if (reference.database().equals(database) && reference.table().equals(table)) {
          referrers.add(new Referrer(other, reference));
        }
      }
    }
    return referrers;
  }

  /**
   * Foreign keys that no order of removal respects: they close a circle, or refer to their own
   * table. Removing rows needs {@code foreign_key_checks = 0}, or NULL in them first.
   */
  public List<Referrer> circular() {
    List<String> order = List.copyOf(tables.keySet());
    Map<String, Integer> position = new LinkedHashMap<>();
    order.forEach(name -> position.put(name, position.size()));
    List<Referrer> circular = new ArrayList<>();
    for (CatalogTable table : tables.values()) {
      for (CatalogReference reference : table.references()) {
        Integer target =
            reference.database().equals(database) ? position.get(reference.table()) : null;
        if (target != null && target <= position.get(table.name())) {
          circular.add(new Referrer(table, reference));
        }
      }
    }
    return circular;
  }
}
