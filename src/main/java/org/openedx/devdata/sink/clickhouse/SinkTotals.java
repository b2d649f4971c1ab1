package org.openedx.devdata.sink.clickhouse;

/**
 * What became of the batches.
 *
 * @param batches delivered
 * @param rows in them
 * @param bytes in them, unpacked
 * @param retries tries that failed and were followed by another
 * @param failedBatches not delivered, and kept on disk
 * @param failedRows in those
 */
public record SinkTotals(
    long batches, long rows, long bytes, long retries, long failedBatches, long failedRows) {

  /** Whether everything has arrived. */
  public boolean isComplete() {
    return failedBatches == 0;
  }
}
