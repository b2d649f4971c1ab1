package org.openedx.devdata.service.content.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.openedx.devdata.jdbc.table.Ddl;

/**
 * Renders a layout as the statements that make its tables: after them, the server shows the same
 * text as after upstream's migrations. Immutable.
 */
public final class LayoutDdl {

  private final LayoutMap map;
  private final Dialect dialect;

  public LayoutDdl(LayoutMap map, Dialect dialect) {
    this.map = map;
    this.dialect = dialect;
  }

  /** One {@code CREATE TABLE} for each table of a layout, parents before children. */
  public List<String> create(Layout layout) {
    return map.tables().stream()
        .filter(table -> table.isIn(layout))
        .map(table -> create(table, layout))
        .toList();
  }

  /** The statement that makes one table as a layout has it. */
  public String create(LayoutTable table, Layout layout) {
    List<String> lines = new ArrayList<>();
    for (LayoutColumn column : table.columns(layout)) {
      lines.add(column(table, column, layout));
    }
    for (LayoutKey key : table.keys(layout)) {
      if (key.kind() != LayoutKey.Kind.CHECK || !key.name().isEmpty()) {
        lines.add(key(table, key, layout));
      }
    }
    return "CREATE TABLE "
        + Ddl.quote(table.name(layout))
        + " (\n  "
        + String.join(",\n  ", lines)
        + "\n)";
  }

  /** A column with its check, where the server names that. */
  private String column(LayoutTable table, LayoutColumn column, Layout layout) {
    String check =
        table.keys(layout).stream()
            .filter(key -> key.kind() == LayoutKey.Kind.CHECK && key.name().isEmpty())
            .filter(key -> key.columns().get(0).equals(column.logicalName()))
            .map(key -> " CHECK (" + Ddl.quote(column.name()) + " " + key.condition() + ")")
            .collect(Collectors.joining());
    return Ddl.quote(column.name()) + " " + column.definition(dialect) + check;
  }

  /** A key's definition in {@code CREATE TABLE} and after {@code ADD}. */
  public String key(LayoutTable table, LayoutKey key, Layout layout) {
    String columns = columns(table, key, layout);
    return switch (key.kind()) {
      case PRIMARY -> "PRIMARY KEY " + columns;
      case UNIQUE -> "UNIQUE KEY " + Ddl.quote(key.name()) + " " + columns;
      case INDEX -> "KEY " + Ddl.quote(key.name()) + " " + columns;
      case FOREIGN ->
          "CONSTRAINT "
              + Ddl.quote(key.name())
              + " FOREIGN KEY "
              + columns
              + " REFERENCES "
              + Ddl.quote(target(key, layout))
              + " ("
              + Ddl.quote(key.targetColumn())
              + ")";
      case CHECK ->
          "CONSTRAINT "
              + Ddl.quote(key.name())
              + " CHECK ("
              + dialect.matches(
                  Ddl.quote(table.column(key.columns().get(0), layout)), key.pattern())
              + ")";
    };
  }

  private String target(LayoutKey key, Layout layout) {
    return map.tables().stream()
        .filter(table -> table.logicalName().equals(key.target()))
        .map(table -> table.name(layout))
        .findFirst()
        .orElse(key.target());
  }

  private static String columns(LayoutTable table, LayoutKey key, Layout layout) {
    return key.columns().stream()
        .map(
            column ->
                column.endsWith(" desc")
                    ? Ddl.quote(table.column(column.replace(" desc", ""), layout)) + " DESC"
                    : Ddl.quote(table.column(column, layout)))
        .collect(Collectors.joining(", ", "(", ")"));
  }
}
