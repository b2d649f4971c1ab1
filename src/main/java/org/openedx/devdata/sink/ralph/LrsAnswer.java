package org.openedx.devdata.sink.ralph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.openedx.devdata.sink.delivery.DeliveryException;
import org.openedx.devdata.sink.delivery.DeliveryException.Verdict;
import org.openedx.devdata.spec.Amount;

/**
 * What a learning record store answered to a POST of statements, and what that means. Ralph 4.1 to
 * 5.1 were looked at; other stores say the same with the same status.
 *
 * @param status HTTP status
 * @param body as text; may be empty
 * @param location where a redirect leads, or empty
 */
record LrsAnswer(int status, String body, String location) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST = 300;

  static LrsAnswer of(HttpResponse<byte[]> response) {
    return new LrsAnswer(
        response.statusCode(),
        new String(response.body(), StandardCharsets.UTF_8).strip(),
        response.headers().firstValue("Location").orElse(""));
  }

  /** Whether a smaller request may be taken. */
  boolean isTooLarge() {
    return status == 413;
  }

  /** Whether it has got as far as reading the body, which it did not like. */
  boolean complainsAboutContent() {
    return status == 400 || status == 422;
  }

  /**
   * Throws unless all statements are stored now, or were before.
   *
   * @param rows what the request was made of
   * @param first the first statement of the request in {@code rows}
   */
  void check(LrsSettings settings, StatementRows rows, int first) {
    if (status == 200 && body.startsWith("{")) {
      checkPartialSuccess(settings, rows, first);
      return;
    }
    if (status >= 200 && status < 300) {
      return; // Statements that the answer does not list were there already; with 204, all.
    }
    String lrs = settings.label();
    switch (status) {
      case 400 ->
          throw hopeless("%s refused a batch: %s; report this, it should not happen", lrs, said());
      case 401, 403 ->
          throw hopeless(
              "%s refused the login (%d: %s); check lrs_username and lrs_password, or"
                  + " XAPI_DB_LOAD_RALPH_PASSWORD",
              lrs, status, said());
      case 404, 405 ->
          throw hopeless(
              "%s is no statements resource (%d); give lrs_url such as"
                  + " http://HOST:8100/xAPI/statements",
              lrs, status);
      case 409 ->
          throw hopeless(
              "%s holds another statement with the same id: %s; it has rows of a run with the same"
                  + " seed and other settings: empty it, or use another seed",
              lrs, said());
      case 413 -> throw hopeless("%s takes no request as large as one statement: %s", lrs, said());
      case 422 -> throw refused(lrs, rows, first);
      default -> throw other(lrs);
    }
  }

  private DeliveryException other(String lrs) {
    if (status >= 500 || status == 408 || status == 425 || status == 429) {
      return new DeliveryException(
          Verdict.PASSING,
          "%s answered %d: %s; see its log, or that of a proxy before it"
              .formatted(lrs, status, said()),
          null);
    }
    if (status >= 300 && status < 400) {
      return hopeless("%s leads to '%s'; give that as lrs_url", lrs, location);
    }
    return hopeless("%s answered %d: %s; check lrs_url", lrs, status, said());
  }

  /** Ralph 5.1 may be told to store what it can and to answer 200 all the same. */
  private void checkPartialSuccess(LrsSettings settings, StatementRows rows, int first) {
    JsonNode answer = json();
    if (answer.path("rejected").asLong(0) == 0) {
      return;
    }
    JsonNode error = answer.path("errors").path(0);
    throw hopeless(
        "%s left out %s; first %s: %s%s",
        settings.label(),
        Amount.of(answer.path("rejected").asLong(), "statement"),
        StatementName.of(rows, first, error.path("index").asInt(-1)),
        error.path("reason").asText("no reason given"),
        ADVICE);
  }

  private static final String ADVICE =
      "; leave such statements out with statement_weights, or use a newer LRS";

  private DeliveryException refused(String lrs, StatementRows rows, int first) {
    Complaint complaint = Complaint.mostTelling(json().path("detail"));
    if (complaint == null) {
      return hopeless("%s refused a batch: %s", lrs, said());
    }
    return hopeless(
        "%s refused %s: %s: %s%s",
        lrs,
        StatementName.of(rows, first, complaint.index()),
        complaint.place(),
        complaint.message(),
        ADVICE);
  }

  private JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      return JSON.missingNode();
    }
  }

  /** Its {@code detail}, or the beginning of whatever it is. */
  private String said() {
    String text = json().path("detail").isTextual() ? json().path("detail").asText() : body;
    String line = text.replaceAll("\\s+", " ");
    if (line.isEmpty()) {
      return "no reason given";
    }
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
  }

  private static DeliveryException hopeless(String format, Object... values) {
    return new DeliveryException(Verdict.HOPELESS, format.formatted(values), null);
  }
}
