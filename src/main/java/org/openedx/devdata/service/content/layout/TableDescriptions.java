package org.openedx.devdata.service.content.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns the map into descriptions of the jdbc package. Immutable. */
final class TableDescriptions {

  private static final Layout NOW = Layout.CURRENT;

  private final LayoutMap map;

  TableDescriptions(LayoutMap map) {
    this.map = map;
  }

  Map<String, Map<String, Object>> all() {
    Map<String, Map<String, Object>> all = new LinkedHashMap<>();
    for (LayoutTable table : map.tables()) {
      all.put(table.name(NOW), describe(table));
    }
    return all;
  }

  private Map<String, Object> describe(LayoutTable table) {
    Map<String, Object> columns = new LinkedHashMap<>();
    for (LayoutColumn column : table.columns(NOW)) {
      columns.put(column.name(), column.description(table.formerName(column)));
    }
    String primary = "";
    List<List<String>> unique = new ArrayList<>();
    Map<String, Object> references = new LinkedHashMap<>();
    for (LayoutKey key : table.keys(NOW)) {
      switch (key.kind()) {
        case PRIMARY -> primary = key.columns().get(0);
        case UNIQUE -> unique.add(key.columns());
        case FOREIGN -> references.put(key.columns().get(0), target(key));
        default -> {
          // Look-ups, inserts and deletes need neither indexes nor checks.
        }
      }
    }
    Map<String, Object> description = new LinkedHashMap<>();
    description.put("was", table.formerNames());
    description.put("primary_key", primary);
    description.put("key", naturalKey(table, unique, primary));
    description.put("columns", columns);
    description.put("unique", unique);
    description.put("references", references);
    description.put("optional", !table.isIn(Layout.L1));
    return description;
  }

  private String target(LayoutKey key) {
    boolean ours = map.tables().stream().anyMatch(t -> t.logicalName().equals(key.target()));
    String table = ours ? map.name(key.target(), NOW) : key.target();
    return table + "." + key.targetColumn();
  }

  /** The unique key that says what a row is, else its UUID, else a primary key that others give. */
  private static List<String> naturalKey(
      LayoutTable table, List<List<String>> unique, String primary) {
    return unique.stream()
        .filter(columns -> !columns.equals(List.of("uuid")))
        .filter(columns -> columns.stream().noneMatch(name -> isNullable(table, name)))
        .filter(columns -> columns.stream().allMatch(name -> isInAll(table, name)))
        .findFirst()
        .or(() -> unique.stream().filter(columns -> columns.equals(List.of("uuid"))).findFirst())
        .orElse(primary.equals("id") ? List.of() : List.of(primary));
  }

  private static boolean isInAll(LayoutTable table, String name) {
    return table.columns(NOW).stream().anyMatch(column -> column.name().equals(name))
        && Layout.L1.andLater().stream()
            .filter(table::isIn)
            .allMatch(layout -> table.has(name, layout));
  }

  private static boolean isNullable(LayoutTable table, String name) {
    return table.columns(NOW).stream()
        .anyMatch(column -> column.name().equals(name) && column.isNullable());
  }
}
