package org.openedx.devdata.keep.snapshot.clickhouse;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Ways in which the tables of a server are not what was saved, one sentence each. Stateless. */
public final class ShapeDifferences {

  private ShapeDifferences() {}

  /**
   * Compares.
   *
   * @param items which tables to look at
   */
  public static List<String> of(
      Collection<TableShape> saved, Collection<TableShape> live, Predicate<String> items) {
    Map<String, TableShape> now = byName(live, items);
    Map<String, TableShape> before = byName(saved, items);
    List<String> found = new ArrayList<>();
    before.forEach(
        (name, shape) -> {
          if (now.containsKey(name)) {
            compare(shape, now.get(name), found);
          } else {
            found.add("table " + name + " is not there");
          }
        });
    now.keySet().stream()
        .filter(name -> !before.containsKey(name))
        .forEach(name -> found.add("table " + name + " was not saved"));
    return found;
  }

  private static Map<String, TableShape> byName(
      Collection<TableShape> shapes, Predicate<String> items) {
    Map<String, TableShape> byName = new LinkedHashMap<>();
    shapes.stream()
        .filter(shape -> items.test(shape.name()))
        .forEach(shape -> byName.put(shape.name(), shape));
    return byName;
  }

  private static void compare(TableShape saved, TableShape live, List<String> found) {
    String table = "table " + saved.name() + ": ";
    Map<String, String> before = types(saved);
    Map<String, String> now = types(live);
    before.forEach(
        (column, type) -> {
          if (!now.containsKey(column)) {
            found.add(table + "column " + column + " is not there");
          } else if (!now.get(column).equals(type)) {
            found.add(
                table + "column %s is %s and was %s".formatted(column, now.get(column), type));
          }
        });
    now.keySet().stream()
        .filter(column -> !before.containsKey(column))
        .forEach(column -> found.add(table + "column " + column + " was not there"));
    different(table + "the engine", saved.engine(), live.engine(), found);
    different(table + "the sorting key", saved.sortingKey(), live.sortingKey(), found);
    different(table + "the primary key", saved.primaryKey(), live.primaryKey(), found);
    different(table + "the partition key", saved.partitionKey(), live.partitionKey(), found);
  }

  private static void different(String what, String saved, String live, List<String> found) {
    if (!saved.equals(live)) {
      found.add(
          "%s is %s and was %s"
              .formatted(what, live.isEmpty() ? "none" : live, saved.isEmpty() ? "none" : saved));
    }
  }

  private static Map<String, String> types(TableShape shape) {
    Map<String, String> types = new LinkedHashMap<>();
    shape.columns().forEach(column -> types.put(column.name(), column.type()));
    return types;
  }
}
