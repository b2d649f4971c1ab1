package org.openedx.devdata.embedded.clickhouse.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openedx.devdata.embedded.clickhouse.engine.ChdbException;

/**
 * The parameters of one request of ClickHouse's HTTP interface, apart from its body.
 *
 * @param query the statement, or its head, as far as the address carries it
 * @param database the current database, when not the session's
 * @param format the format of results that name none
 * @param queryId the client's name for the statement
 * @param session the session to use, when not a fresh one
 * @param packedBody whether the body is in ClickHouse's own framing
 * @param packedAnswer whether the answer shall be
 * @param waitForEnd whether to send nothing before the statement has ended
 * @param httpCompression whether the answer may have a content coding
 * @param settings ClickHouse settings for this statement alone
 * @param values values of the statement's {@code {name:Type}} places
 */
record QueryRequest(
    String query,
    Optional<String> database,
    String format,
    Optional<String> queryId,
    Optional<Session> session,
    boolean packedBody,
    boolean packedAnswer,
    boolean waitForEnd,
    boolean httpCompression,
    Map<String, String> settings,
    Map<String, String> values) {

  /**
   * A named session.
   *
   * @param id its name
   * @param mustExist whether a new one is an error
   * @param seconds how long it is kept after its last use
   */
  record Session(String id, boolean mustExist, int seconds) {}

  private static final String PARAMETER = "param_";

  /** Parameters that say something to the endpoint; every other one is a setting. */
  private static final Set<String> OWN =
      Set.of(
          "query",
          "database",
          "default_format",
          "query_id",
          "session_id",
          "session_check",
          "session_timeout",
          "close_session",
          "compress",
          "decompress",
          "wait_end_of_query",
          "buffer_size",
          "user",
          "password",
          "quota_key",
          "role",
          "stacktrace",
          "client_protocol_version");

  /**
   * Sorts the parameters of an address, or of a form.
   *
   * @param headers the request's {@code X-ClickHouse-*} headers, lower-case names
   */
  static QueryRequest of(Map<String, String> parameters, Map<String, String> headers) {
    Map<String, String> settings = new LinkedHashMap<>();
    Map<String, String> values = new LinkedHashMap<>();
    parameters.forEach(
        (name, value) -> {
          if (name.startsWith(PARAMETER)) {
            values.put(name.substring(PARAMETER.length()), value);
          } else if (!OWN.contains(name)) {
            settings.put(name, value);
          }
        });
    return new QueryRequest(
        parameters.getOrDefault("query", ""),
        text(parameters.get("database")).or(() -> text(headers.get("x-clickhouse-database"))),
        text(parameters.get("default_format"))
            .or(() -> text(headers.get("x-clickhouse-format")))
            .orElse("TabSeparated"),
        text(parameters.get("query_id")),
        text(parameters.get("session_id"))
            .map(
                id ->
                    new Session(
                        id,
                        isOn(parameters, "session_check", false),
                        seconds(parameters.getOrDefault("session_timeout", "60")))),
        isOn(parameters, "decompress", false),
        isOn(parameters, "compress", false),
        isOn(parameters, "wait_end_of_query", false)
            || isOn(parameters, "http_wait_end_of_query", false),
        isOn(parameters, "enable_http_compression", true),
        settings,
        values);
  }

  /** {@code SET a = '1', b = '2'}, or nothing when there are no settings. */
  Optional<String> setStatement() {
    return settings.isEmpty()
        ? Optional.empty()
        : Optional.of(
            settings.entrySet().stream()
                .map(setting -> name(setting.getKey()) + " = " + quote(setting.getValue()))
                .collect(Collectors.joining(", ", "SET ", "")));
  }

  /** Maximum size of its statement in bytes, as far as it says: up to 64 MiB. */
  int maxQuerySize() {
    String given = settings.getOrDefault("max_query_size", "");
    return given.matches("\\d{1,9}") ? Math.min(Integer.parseInt(given), 1 << 26) : 0;
  }

  /** The address's part of the statement in bytes: a line end divides it from the body's part. */
  byte[] head() {
    return query.isEmpty() ? new byte[0] : (query + "\n").getBytes(StandardCharsets.UTF_8);
  }

  static String quote(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  /**
   * The name of a setting, safe to put into a statement.
   *
   * @throws ChdbException code 115 when it cannot be one
   */
  static String name(String name) {
    if (!name.matches("[A-Za-z_][A-Za-z0-9_.]*")) {
      throw new ChdbException(115, "Unknown setting '%s'. (UNKNOWN_SETTING)".formatted(name));
    }
    return name;
  }

  private static int seconds(String text) {
    try {
      return Math.max(0, Math.min(3600, Integer.parseInt(text)));
    } catch (NumberFormatException e) {
      throw new ChdbException(374, "Invalid session timeout: '%s'".formatted(text));
    }
  }

  private static boolean isOn(Map<String, String> parameters, String name, boolean otherwise) {
    String value = parameters.get(name);
    return value == null
        ? otherwise
        : !(value.isEmpty() || value.equals("0") || value.toLowerCase(Locale.ROOT).equals("false"));
  }

  private static Optional<String> text(String value) {
    return Optional.ofNullable(value).filter(v -> !v.isEmpty());
  }
}
