package org.openedx.devdata.sink.ralph;

import com.fasterxml.jackson.databind.JsonNode;
import org.openedx.devdata.sink.delivery.DeliveryException;
import org.openedx.devdata.sink.delivery.DeliveryException.Verdict;
import org.openedx.devdata.spec.Amount;

/**
 * The answer of a Ralph 5.1 that stores what it can of a request: how many it has stored and how
 * many it has rejected, with the reasons. Its status says less than its numbers: of a batch that is
 * there already nothing is stored, and it says so with 400.
 *
 * @param json the body
 */
record PartialSuccess(JsonNode json) {

  static final String ADVICE =
      "; leave such statements out with statement_weights, or use a newer LRS";

  /** Its back end could not write: that may pass. */
  private static final String CANNOT_WRITE = "indexation failed";

  /** Returns whether a body is such an answer. */
  static boolean isOne(JsonNode json) {
    return json.path("inserted").isIntegralNumber() && json.path("rejected").isIntegralNumber();
  }

  /** Returns whether nothing was stored and nothing rejected, because all of it was there. */
  boolean hadThemAll(int status) {
    return status != 409
        && json.path("inserted").asLong() == 0
        && json.path("rejected").asLong() == 0
        && json.path("errors").isEmpty();
  }

  /**
   * Throws when something was rejected.
   *
   * @param sent the statements of the request in {@code rows}
   */
  void check(LrsSettings settings, StatementRows rows, int[] sent) {
    if (json.path("rejected").asLong() == 0 && json.path("errors").isEmpty()) {
      return;
    }
    JsonNode error = json.path("errors").path(0);
    String reason = error.path("reason").asText("no reason given");
    int index = error.path("index").asInt(-1);
    if (index < 0) {
      throw new DeliveryException(
          Verdict.HOPELESS,
          "%s refused a batch: %s; if it has rows of a run with the same seed and other settings, empty it, or use another seed"
              .formatted(settings.label(), reason),
          null);
    }
    boolean passes = reason.contains(CANNOT_WRITE);
    throw new DeliveryException(
        passes ? Verdict.PASSING : Verdict.HOPELESS,
        "%s left out %s; first %s: %s%s"
            .formatted(
                settings.label(),
                Amount.of(json.path("rejected").asLong(), "statement"),
                StatementName.of(rows, sent, index),
                reason,
                passes ? "; see its log" : ADVICE),
        null);
  }
}
