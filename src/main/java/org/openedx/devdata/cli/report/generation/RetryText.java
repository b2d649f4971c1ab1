package org.openedx.devdata.cli.report.generation;

import org.openedx.devdata.cli.report.text.Batches;
import org.openedx.devdata.cli.report.text.TextOut;
import org.openedx.devdata.cli.report.text.TextView;

/** Batches that were sent again, for people. */
public record RetryText() implements TextView<RetryResult> {

  @Override
  public void write(RetryResult result, TextOut out) {
    if (result.sentBatches() == 0 && result.leftBatches() == 0) {
      out.println("Sent: nothing, because nothing is left in %s.".formatted(result.retry()));
      return;
    }
    out.println(
        "Sent: %s to %s; %s left in %s."
            .formatted(
                Batches.of(result.sentBatches(), result.sentRows()),
                result.destination(),
                result.leftBatches() == 0
                    ? "nothing is"
                    : Batches.of(result.leftBatches(), result.leftRows()),
                result.retry()));
  }
}
