package org.openedx.devdata.service.content.layout.migration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.jdbc.schema.LiveSchema;
import org.openedx.devdata.jdbc.schema.LiveTable;
import org.openedx.devdata.service.content.layout.Layout;
import org.openedx.devdata.service.content.layout.LayoutMap;
import org.openedx.devdata.service.content.layout.LayoutTable;

/**
 * Detects from tables and columns which layout a database has. Reading and writing ask it first; a
 * database that has none, part of one, or two is refused. Immutable.
 */
public final class LayoutDetector {

  private final LayoutMap map;

  public LayoutDetector(LayoutMap map) {
    this.map = map;
  }

  /**
   * The layout of a database.
   *
   * @throws DatabaseException when it has none that is known, saying what was found
   */
  public Layout detect(LiveSchema live) {
    List<Layout> complete = complete(live);
    if (complete.size() == 1) {
      return complete.get(0);
    }
    if (complete.size() > 1) {
      throw new DatabaseException(
          "the database has the tables of two layouts of authored content, "
              + complete.stream().map(Layout::label).collect(Collectors.joining(" and "))
              + "; drop the ones that are not used, or take another database");
    }
    List<String> found = found(live);
    if (found.isEmpty()) {
      throw new DatabaseException(
          "the database has no tables of authored content (oel_*, openedx_content_*); migrate it"
              + " first: `manage.py cms migrate`");
    }
    throw new DatabaseException(
        between(live)
            .orElseGet(
                () ->
                    "the database has a layout of authored content that is not known: it has "
                        + found.size()
                        + " of its tables ("
                        + found.get(0)
                        + (found.size() > 1 ? ", ..." : "")
                        + "), but "
                        + nearest(live)
                        + "; `devdata content status` says more, `devdata content repair` finishes"
                        + " an interrupted migration; known are "
                        + Layout.labels()));
  }

  /** Explains that a database that ends between two layouts is not read or written. */
  private Optional<String> between(LiveSchema live) {
    TableState tables = new TableState(map, facts(live));
    List<Migration> shown =
        MigrationChain.standard().merged().stream().filter(tables::shows).toList();
    Layout next = tables.begun();
    if (shown.isEmpty() || next != Layout.CURRENT) {
      return Optional.empty();
    }
    return Optional.of(
        "the tables of authored content end at "
            + shown.get(shown.size() - 1)
            + ", between layouts "
            + Layout.L4.label()
            + " and "
            + next.label()
            + ", where no release ends; devdata reads and writes the layouts "
            + Layout.labels()
            + "; `devdata content migrate --to "
            + next.label()
            + "` goes on from there, as Django's migrate does");
  }

  /**
   * The layouts of which the database has every table and column, without those that a later one
   * only adds to.
   */
  public List<Layout> complete(LiveSchema live) {
    TableState tables = new TableState(map, facts(live));
    List<Layout> complete =
        Arrays.stream(Layout.values()).filter(layout -> tables.missing(layout).isEmpty()).toList();
    return complete.stream()
        .filter(one -> complete.stream().noneMatch(later -> isWithin(one, later)))
        .toList();
  }

  private boolean isWithin(Layout one, Layout later) {
    return one.compareTo(later) < 0
        && map.tables().stream().allMatch(table -> table.isWithin(one, later));
  }

  /** Tables and columns, as {@link SchemaFacts} names them. */
  private Set<String> facts(LiveSchema live) {
    Set<String> facts = new HashSet<>();
    for (LayoutTable table : map.tables()) {
      for (Layout layout : Layout.values()) {
        LiveTable there = table.isIn(layout) ? live.table(table.name(layout)) : null;
        if (there != null) {
          facts.add(SchemaFacts.table(table.logicalName(), there.name()));
          there
              .columns()
              .keySet()
              .forEach(column -> facts.add(SchemaFacts.column(table.logicalName(), column)));
        }
      }
    }
    return facts;
  }

  /** Tables of any layout that the database has. */
  public List<String> found(LiveSchema live) {
    List<String> found = new ArrayList<>();
    for (LayoutTable table : map.tables()) {
      for (Layout layout : Layout.values()) {
        String name = table.name(layout);
        if (table.isIn(layout) && live.has(name) && !found.contains(name)) {
          found.add(name);
        }
      }
    }
    return found;
  }

  private String nearest(LiveSchema live) {
    TableState tables = new TableState(map, facts(live));
    Layout nearest = Layout.L1;
    for (Layout layout : Layout.values()) {
      if (tables.missing(layout).size() <= tables.missing(nearest).size()) {
        nearest = layout;
      }
    }
    List<String> missing = tables.missing(nearest);
    return "not "
        + missing.get(0)
        + (missing.size() > 1 ? " and " + (missing.size() - 1) + " more" : "")
        + " of layout "
        + nearest.label();
  }
}
