package org.openedx.devdata.keep.export;

import java.util.List;

/**
 * An export of one service.
 *
 * @param ida the service
 * @param files names of the spec files, in the order of loading
 * @param records number of records by kind
 * @param columns columns whose values no field says
 * @param refused rows that no record can stand for
 * @param left rows that no kind describes
 * @param made rows that a load makes and that are not there
 */
public record ExportResult(
    String ida,
    List<String> files,
    List<Records> records,
    List<UnsaidColumn> columns,
    List<RefusedRows> refused,
    List<RowsOfTable> left,
    List<RowsOfTable> made) {

  public ExportResult {
    files = List.copyOf(files);
    records = List.copyOf(records);
    columns = List.copyOf(columns);
    refused = List.copyOf(refused);
    left = List.copyOf(left);
    made = List.copyOf(made);
  }

  /** Number of records of a kind. */
  public record Records(String kind, long count) {}

  /** Number of rows of a table. */
  public record RowsOfTable(String table, long rows) {}

  /**
   * Column whose values no field says.
   *
   * @param reason why, as the end of a sentence about the column
   * @param rows number of rows that have such a value
   */
  public record UnsaidColumn(String table, String column, String reason, long rows) {}

  /**
   * Rows for which no record can stand.
   *
   * @param kind the kind that describes others of the table
   * @param reason why, a sentence; that of the first of them
   */
  public record RefusedRows(String kind, String table, String reason, long rows) {}
}
