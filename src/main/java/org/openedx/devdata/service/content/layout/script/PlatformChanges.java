package org.openedx.devdata.service.content.layout.script;

import java.util.Set;
import org.openedx.devdata.jdbc.table.Ddl;
import org.openedx.devdata.service.content.layout.Layout;
import org.openedx.devdata.service.content.layout.LayoutMap;
import org.openedx.devdata.service.content.layout.migration.Change;
import org.openedx.devdata.service.content.layout.migration.SchemaFacts;

/**
 * The types of statements that the platform's migrations are made of. Immutable.
 *
 * @param map names of the tables of content
 * @param layout whose names they have when the statements run
 */
record PlatformChanges(LayoutMap map, Layout layout) {

  /** The present name of a table of content. */
  String content(String logical) {
    return map.name(logical, layout);
  }

  static Change create(String table, String columns) {
    return Change.of(
        "CREATE TABLE " + Ddl.quote(table) + " (" + columns + ")",
        Set.of(),
        Set.of(SchemaFacts.table(table, table)));
  }

  /** A foreign key to a table of content. */
  Change foreign(String table, String key, String column, String target, String targetColumn) {
    return foreignTo(table, key, column, content(target), targetColumn);
  }

  static Change foreignTo(
      String table, String key, String column, String target, String targetColumn) {
    return Change.of(
        "ALTER TABLE " + table + " ADD " + constraint(key, column, target, targetColumn),
        Set.of(),
        Set.of(SchemaFacts.foreignKey(table, key)));
  }

  /** A column and its foreign key, which Django makes in one statement. */
  static Change column(String table, String key, String column, String type, String target) {
    return Change.of(
        "ALTER TABLE "
            + table
            + " ADD COLUMN "
            + column
            + " "
            + type
            + ", ADD "
            + constraint(key, column, target, "id"),
        Set.of(),
        type.endsWith("UNIQUE")
            ? Set.of(
                SchemaFacts.column(table, column),
                SchemaFacts.foreignKey(table, key),
                SchemaFacts.index(table, column))
            : Set.of(SchemaFacts.column(table, column), SchemaFacts.foreignKey(table, key)));
  }

  private static String constraint(String key, String column, String target, String targetColumn) {
    return "CONSTRAINT "
        + key
        + " FOREIGN KEY ("
        + column
        + ") REFERENCES "
        + target
        + " ("
        + targetColumn
        + ")";
  }

  static Change drop(String table, String key) {
    return Change.of(
        "ALTER TABLE " + table + " DROP FOREIGN KEY " + key,
        Set.of(SchemaFacts.foreignKey(table, key)),
        Set.of());
  }

  static Change index(String table, String name, String column) {
    return Change.of(
        "ALTER TABLE " + table + " ADD INDEX " + name + " (" + column + ")",
        Set.of(),
        Set.of(SchemaFacts.index(table, name)));
  }

  static Change unique(String table, String name, String columns) {
    return Change.of(
        "ALTER TABLE " + table + " ADD CONSTRAINT " + name + " UNIQUE (" + columns + ")",
        Set.of(),
        Set.of(SchemaFacts.index(table, name)));
  }
}
