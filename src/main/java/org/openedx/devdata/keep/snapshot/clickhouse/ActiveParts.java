package org.openedx.devdata.keep.snapshot.clickhouse;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.TableName;

/**
 * The parts that tables consist of at one moment. A part never changes: it is there until it is
 * merged with others, so that who reads these parts reads the rows of that moment.
 *
 * @param names of the parts by table; none of a table without rows
 */
public record ActiveParts(Map<TableName, List<String>> names) {

  /** The parts of all tables of databases, in one look. */
  public static ActiveParts of(ClickHouse server, Collection<String> databases) {
    return read(server, "database IN " + LiveTable.list(List.copyOf(databases)));
  }

  /** The parts of one table. */
  public static ActiveParts of(ClickHouse server, TableName table) {
    return read(
        server,
        "database = %s AND table = %s"
            .formatted(TableName.literal(table.database()), TableName.literal(table.table())));
  }

  private static ActiveParts read(ClickHouse server, String condition) {
    Map<TableName, List<String>> names = new HashMap<>();
    server
        .rows(
            "SELECT database, table, name FROM system.parts WHERE active AND rows > 0 AND "
                + condition
                + " ORDER BY name")
        .forEach(
            row ->
                names
                    .computeIfAbsent(
                        new TableName(row.get(0), row.get(1)), any -> new ArrayList<>())
                    .add(row.get(2)));
    return new ActiveParts(names);
  }

  public List<String> of(TableName table) {
    return names.getOrDefault(table, List.of());
  }

  /** Returns whether all parts of a table are still there. */
  boolean areThere(ClickHouse server, TableName table) {
    return of(server, table).of(table).containsAll(of(table));
  }
}
