package org.openedx.devdata.jdbc.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Renders described tables as DDL, for the embedded database. Like Django, it gives no column a
 * database default. Stateless.
 */
public final class Ddl {

  private Ddl() {}

  /** {@code CREATE TABLE IF NOT EXISTS} of a table; its references must name tables of the set. */
  public static String create(Table table, TableSet tables) {
    List<String> lines = new ArrayList<>();
    for (Column column : table.columns()) {
      lines.add(column(column));
    }
    lines.add("PRIMARY KEY (" + quote(table.primaryKey().name()) + ")");
    for (List<String> unique : table.uniqueKeys()) {
      lines.add("UNIQUE KEY " + quote(keyName(table, unique, "uniq")) + " " + list(unique));
    }
    for (List<String> index : table.details().indexes()) {
      lines.add("KEY " + quote(keyName(table, index, "idx")) + " " + list(index));
    }
    for (Map.Entry<String, String> reference : table.details().references().entrySet()) {
      String[] target = reference.getValue().split("\\.");
      String column = target.length > 1 ? target[1] : tables.get(target[0]).primaryKey().name();
      lines.add(
          "CONSTRAINT "
              + quote(keyName(table, List.of(reference.getKey()), "fk"))
              + " FOREIGN KEY ("
              + quote(reference.getKey())
              + ") REFERENCES "
              + quote(target[0])
              + " ("
              + quote(column)
              + ")");
    }
    return "CREATE TABLE IF NOT EXISTS "
        + quote(table.name())
        + " (\n  "
        + String.join(",\n  ", lines)
        + "\n) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci";
  }

  /** A column's definition, as in {@code CREATE TABLE} and {@code ADD COLUMN}. */
  public static String column(Column column) {
    return quote(column.name())
        + " "
        + column.sqlType()
        + (column.binary() ? " COLLATE utf8mb4_bin" : "")
        + (column.nullable() ? "" : " NOT NULL")
        + (column.auto() ? " AUTO_INCREMENT" : "");
  }

  /** Names of keys are at most 64 characters in MySQL; a hash keeps long ones apart. */
  private static String keyName(Table table, List<String> columns, String suffix) {
    String name = table.name() + "_" + String.join("_", columns) + "_" + suffix;
    return name.length() <= 64
        ? name
        : name.substring(0, 50) + "_" + Integer.toHexString(name.hashCode()) + "_" + suffix;
  }

  private static String list(List<String> columns) {
    return columns.stream().map(Ddl::quote).collect(Collectors.joining(", ", "(", ")"));
  }

  /** An identifier in back-quotes; several columns are reserved words. */
  public static String quote(String identifier) {
    return "`" + identifier.replace("`", "``") + "`";
  }
}
