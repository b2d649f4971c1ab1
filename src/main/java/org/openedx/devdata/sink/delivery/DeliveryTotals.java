package org.openedx.devdata.sink.delivery;

/**
 * Totals of the batches by their outcome.
 *
 * @param batches delivered
 * @param rows in them
 * @param bytes that went out for them
 * @param retries tries that failed and were followed by another
 * @param failedBatches not delivered, and kept on disk
 * @param failedRows in those
 */
public record DeliveryTotals(
    long batches, long rows, long bytes, long retries, long failedBatches, long failedRows) {

  /** Returns whether everything has arrived. */
  public boolean isComplete() {
    return failedBatches == 0;
  }
}
