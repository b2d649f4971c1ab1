package org.openedx.devdata.embedded.clickhouse.engine;

/**
 * Cost of a statement.
 *
 * @param readRows rows read from tables
 * @param readBytes bytes read from tables
 * @param writtenRows rows written, those of materialized views included, as a server counts
 * @param writtenBytes bytes written, likewise
 * @param elapsedNanos run time in nanoseconds
 */
public record Summary(
    long readRows, long readBytes, long writtenRows, long writtenBytes, long elapsedNanos) {

  public static final Summary NONE = new Summary(0, 0, 0, 0, 0);

  /** The value of the header {@code X-ClickHouse-Summary}: numbers as text, as a server does. */
  public String toHeader() {
    return """
        {"read_rows":"%d","read_bytes":"%d","written_rows":"%d","written_bytes":"%d",\
        "total_rows_to_read":"0","result_rows":"0","result_bytes":"0","elapsed_ns":"%d"}"""
        .formatted(readRows, readBytes, writtenRows, writtenBytes, elapsedNanos);
  }
}
