package org.openedx.devdata.jdbc.catalog;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Order of tables by their foreign keys: depth first, without recursion, references that close a
 * circle left out. For one use.
 */
final class ReferenceOrder {

  private final String database;
  private final Map<String, CatalogTable> tables;
  private final Set<String> seen = new HashSet<>();
  private final List<CatalogTable> parentsFirst = new ArrayList<>();

  ReferenceOrder(String database, Map<String, CatalogTable> tables) {
    this.database = database;
    this.tables = tables;
  }

  private record Visit(CatalogTable table, Iterator<String> parents) {}

  List<CatalogTable> childrenFirst() {
    tables.values().forEach(this::visit);
    Collections.reverse(parentsFirst);
    return parentsFirst;
  }

  private void visit(CatalogTable start) {
    Deque<Visit> path = new ArrayDeque<>();
    enter(path, start);
    while (!path.isEmpty()) {
      Visit last = path.peek();
      if (last.parents().hasNext()) {
        CatalogTable parent = tables.get(last.parents().next());
        if (parent != null) {
          enter(path, parent);
        }
      } else {
        parentsFirst.add(path.pop().table());
      }
    }
  }

  private void enter(Deque<Visit> path, CatalogTable table) {
    if (seen.add(table.name())) {
      path.push(
          new Visit(
              table,
              table.references().stream()
                  .filter(reference -> reference.database().equals(database))
                  .map(CatalogReference::table)
                  .iterator()));
    }
  }
}
