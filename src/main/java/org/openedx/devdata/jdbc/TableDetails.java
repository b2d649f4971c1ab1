package org.openedx.devdata.jdbc;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a table's description says besides its columns.
 *
 * @param primaryKey column, {@code id} unless said otherwise
 * @param naturalKey columns that find a row again
 * @param unique unique keys besides the primary key
 * @param indexes other indexes, for the embedded database
 * @param references foreign keys: column to {@code table} or {@code table.column}
 * @param history name of the append-only twin that gets a copy of each saved row, or empty
 * @param owned columns of other tables that hold this table's key without a foreign key, as {@code
 *     table: column}; such rows go with theirs
 * @param alias Django's alias of the database that may hold the table instead, or empty
 * @param optional whether a database may do without the table (its release is older or newer)
 * @param lookupOnly whether its rows come from migrations and are never written
 * @param formerNames what older releases call the table, latest first
 * @param rows rows that migrations make, for the embedded database
 */
public record TableDetails(
    String primaryKey,
    List<String> naturalKey,
    List<List<String>> unique,
    List<List<String>> indexes,
    Map<String, String> references,
    String history,
    Map<String, String> owned,
    String alias,
    boolean optional,
    boolean lookupOnly,
    List<String> formerNames,
    List<Map<String, Object>> rows) {

  Stream<String> columnNames() {
    return Stream.of(
            Stream.of(primaryKey),
            naturalKey.stream(),
            unique.stream().flatMap(List::stream),
            indexes.stream().flatMap(List::stream),
            references.keySet().stream())
        .flatMap(names -> names);
  }
}
