package org.openedx.devdata.service.content.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.jdbc.LiveSchema;
import org.openedx.devdata.jdbc.LiveTable;

/**
 * Tells from tables and columns which layout a database has. Reading and writing ask it first; a
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
        "the database has a layout of authored content that is not known: it has "
            + found.size()
            + " of its tables ("
            + found.get(0)
            + (found.size() > 1 ? ", ..." : "")
            + "), but "
            + nearest(live)
            + "; `devdata content status` tells more, `devdata content repair` finishes an"
            + " interrupted migration; known are "
            + Layout.labels());
  }

  /** The layouts of which the database has every table and column. */
  List<Layout> complete(LiveSchema live) {
    List<Layout> complete = new ArrayList<>();
    for (Layout layout : Layout.values()) {
      if (missing(live, layout).isEmpty()) {
        complete.add(layout);
      }
    }
    return complete;
  }

  /** Names of tables, and of columns of tables that are there, that a layout would have. */
  List<String> missing(LiveSchema live, Layout layout) {
    List<String> missing = new ArrayList<>();
    for (LayoutTable table : map.tables()) {
      if (table.isIn(layout)) {
        LiveTable there = live.table(table.name(layout));
        if (there == null) {
          missing.add(table.name(layout));
        } else {
          table.columns(layout).stream()
              .filter(column -> !there.columns().containsKey(column.name()))
              .forEach(column -> missing.add(table.name(layout) + "." + column.name()));
        }
      }
    }
    return missing;
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
    Layout nearest = Layout.L1;
    for (Layout layout : Layout.values()) {
      if (missing(live, layout).size() <= missing(live, nearest).size()) {
        nearest = layout;
      }
    }
    List<String> missing = missing(live, nearest);
    return "not "
        + missing.get(0)
        + (missing.size() > 1 ? " and " + (missing.size() - 1) + " more" : "")
        + " of layout "
        + nearest.label();
  }
}
