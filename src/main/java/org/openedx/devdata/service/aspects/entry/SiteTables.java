package org.openedx.devdata.service.aspects.entry;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.TableName;
import org.openedx.devdata.service.aspects.AspectsNames;
import org.openedx.devdata.world.dump.DumpTable;

/**
 * Tables and columns that a site has.
 *
 * @param server it
 * @param names what it has named its databases
 * @param columns by table
 */
record SiteTables(ClickHouse server, AspectsNames names, Map<TableName, Set<String>> columns) {

  /** Tables that sites of some releases do not have, and nothing breaks without. */
  private static final Set<DumpTable> OPTIONAL =
      EnumSet.of(
          DumpTable.TAXONOMY, DumpTable.TAG, DumpTable.OBJECT_TAG, DumpTable.COURSE_ENROLLMENT);

  static SiteTables read(ClickHouse server, AspectsNames names) {
    Map<TableName, Set<String>> columns = new HashMap<>();
    for (List<String> row :
        server.rows(
            "SELECT database, table, name FROM system.columns WHERE database IN (%s, %s)"
                .formatted(
                    TableName.literal(names.source()), TableName.literal(names.eventSink())))) {
      columns
          .computeIfAbsent(new TableName(row.get(0), row.get(1)), table -> new HashSet<>())
          .add(row.get(2));
    }
    return new SiteTables(server, names, columns);
  }

  private TableName name(DumpTable table) {
    return names.of(table);
  }

  boolean has(String eventSinkTable) {
    return columns.containsKey(names.eventSink(eventSinkTable));
  }

  boolean takes(DumpTable table) {
    return columns.containsKey(name(table));
  }

  /** Returns whether dbt has made tables that triggers fill. */
  boolean derived() {
    return columns.containsKey(names.parsed());
  }

  /**
   * Looks whether rows fit.
   *
   * @param pii whether tables with personal data of learners are filled
   * @throws DatabaseException when a table or column is missing
   */
  void require(boolean pii) {
    for (DumpTable table : DumpTable.values()) {
      boolean needed = pii || (table != DumpTable.USER_PROFILE && table != DumpTable.EXTERNAL_ID);
      Set<String> there = columns.get(name(table));
      if (there == null) {
        if (needed && !OPTIONAL.contains(table)) {
          throw new DatabaseException(
              "%s has no table '%s'; %s"
                  .formatted(server.settings().label(), name(table), AspectsStore.advice()));
        }
        continue;
      }
      List<String> missing =
          table.columns().stream()
              .map(DumpTable.Column::name)
              .filter(column -> !there.contains(column))
              .toList();
      if (needed && !missing.isEmpty()) {
        throw new DatabaseException(
            "table '%s' of %s lacks the columns %s; %s"
                .formatted(name(table), server.settings().label(), missing, AspectsStore.advice()));
      }
    }
  }
}
