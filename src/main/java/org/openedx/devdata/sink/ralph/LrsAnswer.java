package org.openedx.devdata.sink.ralph;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.openedx.devdata.net.ShownBody;
import org.openedx.devdata.net.WebAnswer;
import org.openedx.devdata.sink.delivery.DeliveryException;
import org.openedx.devdata.sink.delivery.DeliveryException.Verdict;

/**
 * Answer of a learning record store to a POST of statements, and its meaning. Ralph 4.1 to 5.1 were
 * looked at; other stores say the same with the same status. What is stored is what an answer says
 * is stored: one that is not of the protocol is no success, whatever its status.
 *
 * @param status HTTP status
 * @param body as text; may be empty
 * @param json the body as JSON; missing when it is none
 * @param location where a redirect leads, or empty
 */
record LrsAnswer(int status, String body, JsonNode json, String location) {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  LrsAnswer(int status, String body, String location) {
    this(status, body, parsed(body), location);
  }

  /**
   * Reads an answer.
   *
   * @param maxBytes of an error, more is left out
   * @throws IOException when it is cut, takes too long, or says success in more bytes than that
   */
  static LrsAnswer of(WebAnswer answer, int maxBytes) throws IOException {
    String body =
        answer.status() == 200
            ? new String(answer.bytes(maxBytes), StandardCharsets.UTF_8).strip()
            : answer.beginning(maxBytes);
    return new LrsAnswer(answer.status(), body, answer.header("Location").orElse(""));
  }

  private static JsonNode parsed(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      return JSON.missingNode();
    }
  }

  /** Returns whether a smaller request may be taken. */
  boolean isTooLarge() {
    return status == 413;
  }

  /** Returns whether it is what a store says to a list without statements. */
  boolean isAboutNothing() {
    boolean stored = status == 200 && json.isArray() && json.isEmpty();
    boolean refused = (status == 400 || status == 422) && !ShownBody.isPage(body);
    return stored || status == 204 || refused;
  }

  /**
   * Returns whether it says of all statements of the request that they are stored, without their
   * ids.
   */
  boolean isAboutAll() {
    return status == 204
        || PartialSuccess.isOne(json) && new PartialSuccess(json).hadThemAll(status);
  }

  /**
   * The ids that the answer says are stored now. Those of the request that it leaves out may have
   * been there before, or may not.
   *
   * @param rows what the request was made of
   * @param sent the statements of the request in {@code rows}
   * @throws DeliveryException when none is stored, or some never will be
   */
  Set<UUID> stored(LrsSettings settings, StatementRows rows, int[] sent) {
    if (PartialSuccess.isOne(json) && status != 401 && status != 403) {
      new PartialSuccess(json).check(settings, rows, sent);
      return ids(json.path("ids"));
    }
    if (status == 200 && json.isArray()) {
      return ids(json);
    }
    throw failure(settings, rows, sent);
  }

  private static Set<UUID> ids(JsonNode list) {
    Set<UUID> ids = new HashSet<>();
    for (JsonNode id : list) {
      try {
        ids.add(UUID.fromString(id.asText().toLowerCase(Locale.ROOT)));
      } catch (IllegalArgumentException none) {
        // Something else in the list says nothing of any statement.
      }
    }
    return ids;
  }

  /** The failure that the answer means. */
  DeliveryException failure(LrsSettings settings, StatementRows rows, int[] sent) {
    String lrs = settings.label();
    return switch (status) {
      case 400 ->
          ShownBody.isPage(body)
              ? notOfTheProtocol(lrs)
              : hopeless("%s refused a batch: %s; report this, it should not happen", lrs, said());
      case 401, 403 ->
          hopeless(
              "%s refused the login (%d: %s); check lrs_username and lrs_password, or"
                  + " XAPI_DB_LOAD_RALPH_PASSWORD",
              lrs, status, said());
      case 404, 405 ->
          hopeless(
              "%s is no statements resource (%d); give lrs_url such as"
                  + " http://HOST:8100/xAPI/statements",
              lrs, status);
      case 409 ->
          hopeless(
              "%s holds another statement with the same id: %s; it has rows of a run with the same"
                  + " seed and other settings: empty it, or use another seed",
              lrs, said());
      case 413 -> hopeless("%s takes no request as large as one statement: %s", lrs, said());
      case 422 -> refused(lrs, rows, sent);
      default -> other(lrs);
    };
  }

  private DeliveryException other(String lrs) {
    if (status >= 500 || status == 408 || status == 425 || status == 429) {
      return passing(
          "%s answered %d: %s; see its log, or that of a proxy before it", lrs, status, said());
    }
    if (status >= 300 && status < 400) {
      return hopeless("%s leads to '%s'; give that as lrs_url", lrs, location);
    }
    return status >= 200 && status < 300
        ? notOfTheProtocol(lrs)
        : hopeless("%s answered %d: %s; check lrs_url", lrs, status, said());
  }

  private DeliveryException notOfTheProtocol(String lrs) {
    return passing(
        "%s answered %d with %s, which is no list of statement ids: no learning record store"
            + " answers so; check lrs_url, and what stands between",
        lrs, status, ShownBody.of(body));
  }

  private DeliveryException refused(String lrs, StatementRows rows, int[] sent) {
    Complaint complaint = Complaint.deepest(json.path("detail"));
    if (complaint == null) {
      return ShownBody.isPage(body)
          ? notOfTheProtocol(lrs)
          : hopeless("%s refused a batch: %s", lrs, said());
    }
    return hopeless(
        "%s refused %s: %s%s%s",
        lrs,
        StatementName.of(rows, sent, complaint.index()),
        complaint.place().isEmpty() ? "" : complaint.place() + ": ",
        complaint.message(),
        PartialSuccess.ADVICE);
  }

  /** Its {@code detail}, or the beginning of whatever it is. */
  private String said() {
    if (body.isEmpty()) {
      return "no reason given";
    }
    return ShownBody.of(json.path("detail").isTextual() ? json.path("detail").asText() : body);
  }

  private static DeliveryException hopeless(String format, Object... values) {
    return new DeliveryException(Verdict.HOPELESS, format.formatted(values), null);
  }

  private static DeliveryException passing(String format, Object... values) {
    return new DeliveryException(Verdict.PASSING, format.formatted(values), null);
  }
}
