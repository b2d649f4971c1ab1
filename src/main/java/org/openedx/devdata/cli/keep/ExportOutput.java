package org.openedx.devdata.cli.keep;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.cli.report.json.Meaning;
import org.openedx.devdata.keep.export.ExportResult;

/** Specs that an export has written. */
record ExportOutput(
    @Meaning("the folder, as it was named") Path folder,
    @Meaning("what was written, by service") List<Service> services) {

  /** One service. */
  record Service(
      @Meaning("the service") String ida,
      @Meaning("its spec files, in the order of loading") List<String> files,
      @Meaning("number of records by kind") Map<String, Long> records,
      @Meaning("columns whose values no field says") List<Column> columns,
      @Meaning("rows that no record can stand for") List<Refused> refused,
      @Meaning("number of rows that no kind describes, by table; empty for a part of a database")
          Map<String, Long> left,
      @Meaning("number of rows that a load makes and that are not there, by table")
          Map<String, Long> made) {}

  /** A column whose values no field says. */
  record Column(
      @Meaning("its table") String table,
      @Meaning("its name") String column,
      @Meaning("why, as the end of a sentence") String reason,
      @Meaning("number of rows that have such a value") long rows) {}

  /** Rows that no record can stand for. */
  record Refused(
      @Meaning("the kind of others of the table") String kind,
      @Meaning("their table") String table,
      @Meaning("why") String reason,
      @Meaning("number of rows") long rows) {}

  static ExportOutput of(Path folder, List<ExportResult> results) {
    return new ExportOutput(folder, results.stream().map(ExportOutput::service).toList());
  }

  private static Service service(ExportResult result) {
    Map<String, Long> records = new LinkedHashMap<>();
    result.records().forEach(one -> records.put(one.kind(), one.count()));
    return new Service(
        result.ida(),
        result.files(),
        records,
        result.columns().stream()
            .map(one -> new Column(one.table(), one.column(), one.reason(), one.rows()))
            .toList(),
        result.refused().stream()
            .map(one -> new Refused(one.kind(), one.table(), one.reason(), one.rows()))
            .toList(),
        byTable(result.left()),
        byTable(result.made()));
  }

  private static Map<String, Long> byTable(List<ExportResult.RowsOfTable> rows) {
    Map<String, Long> byTable = new LinkedHashMap<>();
    rows.forEach(one -> byTable.put(one.table(), one.rows()));
    return byTable;
  }
}
