package org.openedx.devdata.keep.empty;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openedx.devdata.jdbc.catalog.Catalog;
import org.openedx.devdata.jdbc.catalog.CatalogReference;
import org.openedx.devdata.jdbc.catalog.CatalogTable;

/** Tables that refer to each other in circles, which only go together. Stateless. */
final class EmptyGroups {

  private EmptyGroups() {}

  /**
   * Groups the tables of a plan: a table alone, or all those of a circle, in the order in which
   * rows can go.
   */
  static List<List<EmptyTable>> of(EmptyPlan plan) {
    Map<String, Set<String>> circles = circles(plan.catalog());
    Map<String, EmptyTable> byName = new HashMap<>();
    plan.tables().forEach(table -> byName.put(table.table().name(), table));
    Set<String> done = new LinkedHashSet<>();
    List<List<EmptyTable>> groups = new ArrayList<>();
    for (EmptyTable table : plan.tables()) {
      String name = table.table().name();
      if (!done.contains(name)) {
        Set<String> names = circles.getOrDefault(name, Set.of(name));
        done.addAll(names);
        groups.add(names.stream().map(byName::get).toList());
      }
    }
    return groups;
  }

  /** The circle that each table of one is in. */
  private static Map<String, Set<String>> circles(Catalog catalog) {
    Map<String, Set<String>> circles = new HashMap<>();
    for (Catalog.Referrer closing : catalog.circular()) {
      String from = closing.reference().table();
      String to = closing.table().name();
      if (!from.equals(to)) {
        Set<String> circle = new LinkedHashSet<>();
        for (String name : reached(catalog, from)) {
          if (reached(catalog, name).contains(to)) {
            circle.add(name);
          }
        }
        // Circles that share a table are one.
        for (String name : List.copyOf(circle)) {
          circle.addAll(circles.getOrDefault(name, Set.of()));
        }
        circle.forEach(name -> circles.put(name, circle));
      }
    }
    return circles;
  }

  private static Set<String> reached(Catalog catalog, String start) {
    Set<String> reached = new LinkedHashSet<>(List.of(start));
    Deque<String> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      for (String next : targets(catalog, open.pop())) {
        if (reached.add(next)) {
          open.push(next);
        }
      }
    }
    return reached;
  }

  private static Collection<String> targets(Catalog catalog, String table) {
    return catalog.table(table).map(CatalogTable::references).orElse(List.of()).stream()
        .filter(reference -> reference.database().equals(catalog.database()))
        .map(CatalogReference::table)
        .toList();
  }
}
