package org.openedx.devdata.cli.report.generation;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import org.openedx.devdata.cli.report.json.JsonLayout;
import org.openedx.devdata.cli.report.text.Batches;
import org.openedx.devdata.generate.Redelivery;

/**
 * Tells what became of batches that were sent again.
 *
 * @param out where to
 * @param json whether programs read it
 */
public record RetryReport(PrintWriter out, boolean json) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /**
   * Tells it.
   *
   * @param folder as the person named it
   * @param destination where the batches went
   */
  public void tell(String folder, String destination, Redelivery.Sent sent) {
    if (json) {
      ObjectNode root = MAPPER.createObjectNode();
      root.put("command", "load-db");
      root.put("retry", folder);
      root.put("destination", destination);
      root.put("sentBatches", sent.batches());
      root.put("sentRows", sent.rows());
      root.put("leftBatches", sent.leftBatches());
      root.put("leftRows", sent.leftRows());
      print(root);
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

  private void print(ObjectNode root) {
    try (JsonGenerator generator = JsonLayout.to(out)) {
      MAPPER.writeTree(generator, root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    JsonLayout.end(out);
  }
}
