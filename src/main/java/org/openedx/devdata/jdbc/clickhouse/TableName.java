package org.openedx.devdata.jdbc.clickhouse;

/**
 * A table and its database.
 *
 * @param database without quotes
 * @param table without quotes
 */
public record TableName(String database, String table) {

  /** {@code `database`.`table`}. */
  public String quoted() {
    return quote(database) + "." + quote(table);
  }

  /** An identifier in back-quotes: {@code order} is both a column and a reserved word. */
  public static String quote(String identifier) {
    return "`" + identifier.replace("\\", "\\\\").replace("`", "\\`") + "`";
  }

  /** A text literal. */
  public static String literal(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  @Override
  public String toString() {
    return database + "." + table;
  }
}
