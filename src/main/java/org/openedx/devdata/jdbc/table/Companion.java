package org.openedx.devdata.jdbc.table;

/**
 * Rows that the platform has hung on a row of a described table and that follow from it alone, such
 * as the sessions of an account: they go with it. Their table is not described.
 *
 * @param table their table, which a database may lack
 * @param column of it that holds the primary key of the row that they follow from
 * @param released column that is only set to NULL, so that others of them can go; empty for rows
 *     that go themselves
 */
public record Companion(String table, String column, String released) {

  /** Reads a description's form: {@code table} or {@code table without column}. */
  static Companion parse(String column, String text) {
    String[] parts = text.split(" without ");
    return new Companion(parts[0].strip(), column, parts.length > 1 ? parts[1].strip() : "");
  }
}
