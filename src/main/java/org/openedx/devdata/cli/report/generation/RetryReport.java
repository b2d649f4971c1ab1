package org.openedx.devdata.cli.report.generation;

import java.io.PrintWriter;
import org.openedx.devdata.cli.report.json.JsonRenderer;
import org.openedx.devdata.cli.report.text.Batches;
import org.openedx.devdata.generate.Redelivery;

/**
 * Reports what became of batches that were sent again.
 *
 * @param out where to
 * @param json whether programs read it
 */
public record RetryReport(PrintWriter out, boolean json) {

  /**
   * Prints it.
   *
   * @param folder as the person named it
   * @param destination where the batches went
   */
  public void print(String folder, String destination, Redelivery.Sent sent) {
    if (json) {
      JsonRenderer.document(
          out,
          new RetryResult(
              "load-db",
              folder,
              destination,
              sent.batches(),
              sent.rows(),
              sent.leftBatches(),
              sent.leftRows()));
    } else if (sent.batches() == 0 && sent.leftBatches() == 0) {
      out.println("Sent: nothing, because nothing is left in %s.".formatted(folder));
    } else {
      out.println(
          "Sent: %s to %s; %s left in %s."
              .formatted(
                  Batches.of(sent.batches(), sent.rows()),
                  destination,
                  sent.leftBatches() == 0
                      ? "nothing is"
                      : Batches.of(sent.leftBatches(), sent.leftRows()),
                  folder));
    }
    out.flush();
  }
}
