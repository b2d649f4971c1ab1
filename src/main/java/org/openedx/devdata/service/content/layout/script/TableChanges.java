package org.openedx.devdata.service.content.layout.script;

import java.util.Comparator;
import java.util.Set;
import org.openedx.devdata.jdbc.table.Ddl;
import org.openedx.devdata.service.content.layout.Dialect;
import org.openedx.devdata.service.content.layout.Layout;
import org.openedx.devdata.service.content.layout.LayoutColumn;
import org.openedx.devdata.service.content.layout.LayoutDdl;
import org.openedx.devdata.service.content.layout.LayoutKey;
import org.openedx.devdata.service.content.layout.LayoutTable;
import org.openedx.devdata.service.content.layout.migration.Change;
import org.openedx.devdata.service.content.layout.migration.SchemaFacts;

/**
 * Statements on one table of a layout. Keys that the map describes are rendered from it; the others
 * exist only during a migration. Immutable.
 */
final class TableChanges {

  private final LayoutTable table;
  private final Layout layout;
  private final Dialect dialect;
  private final LayoutDdl ddl;
  private final String name;
  private final String alter;

  /**
   * @param layout whose name of the table holds when the statements run
   */
  TableChanges(LayoutTable table, Layout layout, Dialect dialect, LayoutDdl ddl) {
    this.table = table;
    this.layout = layout;
    this.dialect = dialect;
    this.ddl = ddl;
    this.name = table.logicalName();
    this.alter = "ALTER TABLE " + Ddl.quote(table.name(layout)) + " ";
  }

  Change renameFrom(Layout before) {
    String old = table.name(before);
    String present = table.name(layout);
    String pair = Ddl.quote(old) + " TO " + Ddl.quote(present);
    return new Change(
        "RENAME TABLE " + pair,
        Set.of(SchemaFacts.table(name, old)),
        Set.of(SchemaFacts.table(name, present)),
        pair);
  }

  Change renameIndex(String from, String to) {
    return Change.of(
        alter + "RENAME INDEX " + Ddl.quote(from) + " TO " + Ddl.quote(to),
        Set.of(SchemaFacts.index(name, from)),
        Set.of(SchemaFacts.index(name, to)));
  }

  /** Makes an index that no layout keeps under this definition. */
  Change addIndex(String index, String column) {
    return Change.of(
        alter + "ADD INDEX " + Ddl.quote(index) + " (" + Ddl.quote(column) + ")",
        Set.of(),
        Set.of(SchemaFacts.index(name, index)));
  }

  Change dropIndex(String index) {
    return Change.of(
        alter + "DROP INDEX " + Ddl.quote(index), Set.of(SchemaFacts.index(name, index)), Set.of());
  }

  Change dropForeignKey(String key) {
    return Change.of(
        alter + "DROP FOREIGN KEY " + Ddl.quote(key),
        Set.of(SchemaFacts.foreignKey(name, key)),
        Set.of());
  }

  /** Makes a foreign key that no layout keeps under this name. */
  Change addForeignKey(String key, String column, String target) {
    return Change.of(
        alter
            + "ADD CONSTRAINT "
            + Ddl.quote(key)
            + " FOREIGN KEY ("
            + Ddl.quote(column)
            + ") REFERENCES "
            + Ddl.quote(target)
            + " (`id`)",
        Set.of(),
        Set.of(SchemaFacts.foreignKey(name, key)));
  }

  /** Makes a key of the layout's, by its name. */
  Change addKey(String key) {
    LayoutKey found = key(key);
    return Change.of(alter + "ADD " + ddl.key(table, found, layout), Set.of(), Set.of(fact(found)));
  }

  Change dropCheck(String key) {
    return Change.of(
        alter + dialect.dropCheck(Ddl.quote(key)), Set.of(SchemaFacts.check(name, key)), Set.of());
  }

  /**
   * Renames a column.
   *
   * @param width of its text, or 0
   */
  Change renameColumn(String from, String to, int width) {
    Set<String> gone =
        width == 0
            ? Set.of(SchemaFacts.column(name, from))
            : Set.of(SchemaFacts.column(name, from), SchemaFacts.width(name, from, width));
    Set<String> made =
        width == 0
            ? Set.of(SchemaFacts.column(name, to))
            : Set.of(SchemaFacts.column(name, to), SchemaFacts.width(name, to, width));
    return Change.of(
        alter + "RENAME COLUMN " + Ddl.quote(from) + " TO " + Ddl.quote(to), gone, made);
  }

  /** Gives a text column a new width and this layout's type. */
  Change narrow(String column, int from, int to) {
    return Change.of(
        alter + "MODIFY " + definition(column),
        Set.of(SchemaFacts.width(name, column, from)),
        Set.of(SchemaFacts.width(name, column, to)));
  }

  /** Takes NULL from a column and gives it this layout's type. */
  Change require(String column) {
    return Change.of(
        alter + "MODIFY " + definition(column),
        Set.of(SchemaFacts.nullable(name, column)),
        Set.of());
  }

  /** Adds a column that may be NULL, with its foreign key if it has one. */
  Change addColumn(String column, String type, String foreignKey) {
    String added = alter + "ADD COLUMN " + Ddl.quote(column) + " " + type + " NULL";
    String there = SchemaFacts.column(name, column);
    String nullable = SchemaFacts.nullable(name, column);
    if (foreignKey.isEmpty()) {
      return Change.of(added, Set.of(), Set.of(there, nullable));
    }
    LayoutKey key = key(foreignKey);
    return Change.of(
        added + ", ADD " + ddl.key(table, key, layout),
        Set.of(),
        Set.of(there, nullable, fact(key)));
  }

  private String definition(String column) {
    LayoutColumn found =
        table.columns(layout).stream()
            .filter(each -> each.name().equals(column))
            .findFirst()
            .orElseThrow();
    return Ddl.quote(column) + " " + found.definition(dialect);
  }

  /** A foreign key rather than the index of its name, which the server makes by itself. */
  private LayoutKey key(String key) {
    return table.keys(layout).stream()
        .filter(each -> each.name().equals(key))
        .max(Comparator.comparing(LayoutKey::kind))
        .orElseThrow(() -> new IllegalArgumentException(table + " has no key " + key));
  }

  private String fact(LayoutKey key) {
    return switch (key.kind()) {
      case FOREIGN -> SchemaFacts.foreignKey(name, key.name());
      case CHECK -> SchemaFacts.check(name, key.name());
      default -> SchemaFacts.index(name, key.name());
    };
  }
}
