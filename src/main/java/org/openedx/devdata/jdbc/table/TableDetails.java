package org.openedx.devdata.jdbc.table;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Details of a table's description besides its columns.
 *
 * @param primaryKey column, {@code id} unless said otherwise
 * @param naturalKey columns that find a row again
 * @param unique unique keys besides the primary key
 * @param indexes other indexes, for the embedded database
 * @param references foreign keys: column to {@code table} or {@code table.column}
 * @param mentions columns that hold what names a row of another table, or means that one may be
 *     needed, without a foreign key
 * @param history name of the append-only twin that gets a copy of each saved row, or empty
 * @param owned columns of other tables that hold this table's key without a foreign key, as {@code
 *     table: column}; such rows go with theirs
 * @param companions what the platform hangs on its rows, in the order of removal
 * @param alias Django's alias of the database that may hold the table instead, or empty
 * @param optional whether a database may do without the table (its release is older or newer)
 * @param lookupOnly whether its rows come from migrations and are never written
 * @param formerNames what older releases call the table, latest first
 * @param app the Django app whose migrations make the table, where its name does not say it
 * @param rows rows that migrations make, for the embedded database
 * @param holds what texts and ids point to people, by column
 */
public record TableDetails(
    String primaryKey,
    List<String> naturalKey,
    List<List<String>> unique,
    List<List<String>> indexes,
    Map<String, String> references,
    List<Mention> mentions,
    String history,
    Map<String, String> owned,
    List<Companion> companions,
    String alias,
    boolean optional,
    boolean lookupOnly,
    List<String> formerNames,
    String app,
    List<Map<String, Object>> rows,
    Map<String, Holding> holds) {

  /**
   * Columns that together name rows of another table.
   *
   * @param columns of the table that mentions; none where any of its rows needs those of the other
   * @param table the other one
   * @param target its columns that hold the same values
   * @param named whether a row is named, and would be missing; else it may only be needed
   */
  public record Mention(List<String> columns, String table, List<String> target, boolean named) {

    /**
     * Reads a description's form: {@code course_id, mode: table.course_id, mode_slug}.
     *
     * @throws IllegalArgumentException when the two sides have different numbers of columns
     */
    static Mention parse(String columns, String target, boolean named) {
      if (columns.equals("*")) {
        return new Mention(List.of(), target, List.of(), named);
      }
      int dot = target.indexOf('.');
      List<String> own = List.of(columns.split(", *"));
      List<String> other = List.of(target.substring(dot + 1).split(", *"));
      if (dot < 0 || own.size() != other.size()) {
        throw new IllegalArgumentException("mention " + columns + ": cannot read '" + target + "'");
      }
      return new Mention(own, target.substring(0, dot), other, named);
    }
  }

  Stream<String> columnNames() {
    return Stream.of(
            Stream.of(primaryKey),
            naturalKey.stream(),
            unique.stream().flatMap(List::stream),
            indexes.stream().flatMap(List::stream),
            references.keySet().stream(),
            holds.keySet().stream(),
            mentions.stream().flatMap(mention -> mention.columns().stream()))
        .flatMap(names -> names);
  }
}
