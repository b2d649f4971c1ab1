package org.openedx.devdata.service.content.layout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openedx.devdata.jdbc.table.TableSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * All tables of authored content, parents before children, with their names and columns in every
 * layout. Code asks by present names; the map knows what a layout calls them. Immutable.
 */
public final class LayoutMap {

  private final Map<String, LayoutTable> tables;

  private LayoutMap(Map<String, LayoutTable> tables) {
    this.tables = Collections.unmodifiableMap(tables);
  }

  /** The map of devdata. */
  public static LayoutMap standard() {
    try (InputStream in = LayoutMap.class.getResourceAsStream("tables.yaml")) {
      Map<String, Map<String, Object>> file =
          new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
      Map<String, LayoutTable> tables = new LinkedHashMap<>();
      file.forEach((name, description) -> tables.put(name, LayoutTable.read(name, description)));
      return new LayoutMap(tables);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All tables, parents before children. */
  public Collection<LayoutTable> tables() {
    return tables.values();
  }

  /**
   * A table by its present name without prefix, such as {@code media}.
   *
   * @throws IllegalArgumentException when there is none
   */
  public LayoutTable table(String logicalName) {
    LayoutTable table = tables.get(logicalName);
    if (table == null) {
      throw new IllegalArgumentException("authored content has no table " + logicalName);
    }
    return table;
  }

  /** A table's name in a layout: {@code media} is {@code oel_contents_content} in L1. */
  public String name(String logicalName, Layout layout) {
    return table(logicalName).name(layout);
  }

  /** A column's name in a layout, both asked for by their present names. */
  public String column(String logicalTable, String logicalColumn, Layout layout) {
    return table(logicalTable).column(logicalColumn, layout);
  }

  /**
   * The tables as {@link TableSet#of} takes them: under their names in the current layout, with
   * former names of tables and columns, so that a binding finds them in a database of any layout. A
   * fresh map; callers may add tables of their own.
   */
  public Map<String, Map<String, Object>> descriptions() {
    return new TableDescriptions(this).all();
  }
}
