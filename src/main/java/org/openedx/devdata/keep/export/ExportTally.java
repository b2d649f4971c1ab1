package org.openedx.devdata.keep.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.plan.row.Purpose;

/** Counts of an export of one service: what was written, and what no spec can say. */
final class ExportTally {

  /** Parts in which messages of one fault differ. */
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|'[^']*'|\\d+");

  /** Rows that are refused for one reason. */
  private record Refused(String kind, String table, String reason) {}

  private final Set<Table> sources;
  private final Map<String, Set<Object>> needed = new HashMap<>();
  private final Map<String, Long> records = new LinkedHashMap<>();
  private final Map<String, Long> covered = new TreeMap<>();
  private final Map<String, Long> columns = new TreeMap<>();
  private final Map<String, Long> made = new TreeMap<>();
  private final Map<Refused, Long> refused = new LinkedHashMap<>();
  private final Map<Refused, String> reasons = new HashMap<>();
  private final Map<String, Long> left = new HashMap<>();

  /**
   * @param sources tables whose every row is a record, so that none of them is only needed
   */
  ExportTally(Set<Table> sources) {
    this.sources = Set.copyOf(sources);
  }

  void record(String kind) {
    records.merge(kind, 1L, Long::sum);
  }

  /** A stored row that a record describes, or only needs: several records may need one. */
  void covered(Table table, Object key, Purpose purpose) {
    if (purpose != Purpose.IMPLIED) {
      covered.merge(table.name(), 1L, Long::sum);
    } else if (!sources.contains(table)
        && needed.computeIfAbsent(table.name(), any -> new HashSet<>()).add(key)) {
      covered.merge(table.name(), 1L, Long::sum);
    }
  }

  /** A column of a row that no field says. */
  void unsaid(Table table, String column, String reason) {
    columns.merge(table + "\0" + column + "\0" + reason, 1L, Long::sum);
  }

  void unsaid(String table, String column, String reason, long rows) {
    columns.merge(table + "\0" + column + "\0" + reason, rows, Long::sum);
  }

  /** A row that a load makes beside those that are there. */
  void made(Table table) {
    made.merge(table.name(), 1L, Long::sum);
  }

  /** A row that no record stands for; of reasons that differ by what they quote, the first. */
  void refused(String kind, Table table, String reason) {
    Refused key = new Refused(kind, table.name(), QUOTED.matcher(reason).replaceAll("…"));
    reasons.putIfAbsent(key, reason);
    refused.merge(key, 1L, Long::sum);
    left.merge(table.name(), 1L, Long::sum);
  }

  /** Number of rows of a table of which the export says something already. */
  long knownOf(String table) {
    return covered.getOrDefault(table, 0L) + left.getOrDefault(table, 0L);
  }

  List<ExportResult.Records> records() {
    List<ExportResult.Records> list = new ArrayList<>();
    records.forEach((kind, count) -> list.add(new ExportResult.Records(kind, count)));
    return list;
  }

  List<ExportResult.UnsaidColumn> columns() {
    return columns.entrySet().stream()
        .map(one -> one.getKey().split("\0"))
        .map(
            key ->
                new ExportResult.UnsaidColumn(
                    key[0], key[1], key[2], columns.get(String.join("\0", key))))
        .toList();
  }

  List<ExportResult.RowsOfTable> made() {
    List<ExportResult.RowsOfTable> list = new ArrayList<>();
    made.forEach((table, count) -> list.add(new ExportResult.RowsOfTable(table, count)));
    return list;
  }

  List<ExportResult.RefusedRows> refused() {
    return refused.entrySet().stream()
        .map(
            one ->
                new ExportResult.RefusedRows(
                    one.getKey().kind(),
                    one.getKey().table(),
                    reasons.get(one.getKey()),
                    one.getValue()))
        .toList();
  }
}
