package org.openedx.devdata.cli.report.generation;

import org.openedx.devdata.cli.report.json.Meaning;
import org.openedx.devdata.generate.Redelivery;

/** Batches that were sent again. */
public record RetryResult(
    @Meaning("`load-db`") String command,
    @Meaning("the folder of the batches") String retry,
    @Meaning("the destination of the batches") String destination,
    @Meaning("number of batches that have arrived") long sentBatches,
    @Meaning("number of their rows") long sentRows,
    @Meaning("number of batches that are still in the folder") long leftBatches,
    @Meaning("number of their rows") long leftRows) {

  /**
   * The document of a second delivery.
   *
   * @param folder as the person named it
   * @param destination of the batches
   */
  public static RetryResult of(String folder, String destination, Redelivery.Sent sent) {
    return new RetryResult(
        "load-db",
        folder,
        destination,
        sent.batches(),
        sent.rows(),
        sent.leftBatches(),
        sent.leftRows());
  }
}
