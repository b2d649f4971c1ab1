package org.openedx.devdata.service.content.layout.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openedx.devdata.service.content.layout.Layout;
import org.openedx.devdata.service.content.layout.LayoutColumn;
import org.openedx.devdata.service.content.layout.LayoutKey;
import org.openedx.devdata.service.content.layout.LayoutMap;
import org.openedx.devdata.service.content.layout.LayoutTable;

/** State of a database's layout by its tables, whatever the rows say. Immutable. */
public final class TableState {

  private final LayoutMap map;
  private final Set<String> facts;

  public TableState(LayoutMap map, Set<String> facts) {
    this.map = map;
    this.facts = facts;
  }

  public boolean isEmpty() {
    return map.tables().stream().noneMatch(table -> !names(table).isEmpty());
  }

  /** Content that has two tables, as {@code oel_units_unit and openedx_content_unit}. */
  public List<String> twice() {
    return map.tables().stream()
        .map(this::names)
        .filter(names -> names.size() > 1)
        .map(names -> String.join(" and ", names))
        .toList();
  }

  /** The names under which a table is there. */
  List<String> names(LayoutTable table) {
    List<String> names = new ArrayList<>();
    for (Layout layout : Layout.values()) {
      if (table.isIn(layout)) {
        String name = table.name(layout);
        if (facts.contains(SchemaFacts.table(table.logicalName(), name)) && !names.contains(name)) {
          names.add(name);
        }
      }
    }
    return names;
  }

  /** The latest layout of which something is there that earlier ones do not have. */
  public Layout begun() {
    Layout begun = Layout.L1;
    for (LayoutTable table : map.tables()) {
      List<String> names = names(table);
      for (Layout layout : Layout.values()) {
        if (layout != Layout.L1 && isNewIn(table, layout, names)) {
          begun = layout.compareTo(begun) > 0 ? layout : begun;
        }
      }
    }
    return begun;
  }

  private boolean isNewIn(LayoutTable table, Layout layout, List<String> names) {
    if (!table.isIn(layout)) {
      return false;
    }
    Layout before = Layout.values()[layout.ordinal() - 1];
    if (!table.isIn(before)) {
      return names.contains(table.name(layout));
    }
    if (!table.name(before).equals(table.name(layout)) && names.contains(table.name(layout))) {
      return true;
    }
    String name = table.logicalName();
    boolean column =
        table.columns(layout).stream()
            .map(LayoutColumn::name)
            .filter(each -> table.columns(before).stream().noneMatch(c -> c.name().equals(each)))
            .anyMatch(each -> facts.contains(SchemaFacts.column(name, each)));
    boolean unique =
        table.keys(layout).stream()
            .filter(key -> key.kind() == LayoutKey.Kind.UNIQUE)
            .filter(key -> table.keys(before).stream().noneMatch(k -> k.name().equals(key.name())))
            .anyMatch(key -> facts.contains(SchemaFacts.index(name, key.name())));
    return column || unique;
  }

  /** Tables, and columns of tables that are there, that a layout has and the database has not. */
  public List<String> missing(Layout layout) {
    List<String> missing = new ArrayList<>();
    for (LayoutTable table : map.tables()) {
      if (table.isIn(layout)) {
        String name = table.name(layout);
        if (!facts.contains(SchemaFacts.table(table.logicalName(), name))) {
          missing.add(name);
        } else {
          table.columns(layout).stream()
              .map(LayoutColumn::name)
              .filter(one -> !facts.contains(SchemaFacts.column(table.logicalName(), one)))
              .forEach(one -> missing.add(name + "." + one));
        }
      }
    }
    return missing;
  }

  /**
   * Returns whether something that a migration makes, and no later one takes away, is not there.
   */
  public boolean lacks(Migration migration) {
    if (!migration.isMerged()) {
      return false;
    }
    return switch (migration.name().substring(0, 4)) {
      case "0002" -> hasName("learningpackage", Layout.L1) || hasName("unit", Layout.L1);
      case "0004" ->
          !facts.contains(SchemaFacts.index("componenttype", "oel_component_type_uniq_ns_n"));
      default -> marked(migration).map(column -> !facts.contains(column)).orElse(false);
    };
  }

  /** Says whether the columns alone show that a migration has run, or is running. */
  boolean shows(Migration migration) {
    return marked(migration).map(facts::contains).orElse(false);
  }

  /** The column that only databases after a migration have. */
  private static Optional<String> marked(Migration migration) {
    if (!migration.isMerged()) {
      return Optional.empty();
    }
    return Optional.ofNullable(
        switch (migration.name().substring(0, 4)) {
          case "0003" -> SchemaFacts.column("componentversionmedia", "media_id");
          case "0005" -> SchemaFacts.column("container", "container_type_id");
          case "0007" -> SchemaFacts.column("publishlogrecord", "direct");
          case "0008" -> SchemaFacts.column("collection", "collection_code");
          case "0009" -> SchemaFacts.column("component", "component_code");
          case "0010" -> SchemaFacts.column("container", "container_code");
          case "0011" -> SchemaFacts.column("learningpackage", "package_ref");
          case "0012" -> SchemaFacts.column("componentversionmedia", "path");
          default -> null;
        });
  }

  private boolean hasName(String logical, Layout layout) {
    return facts.contains(SchemaFacts.table(logical, map.name(logical, layout)));
  }
}
