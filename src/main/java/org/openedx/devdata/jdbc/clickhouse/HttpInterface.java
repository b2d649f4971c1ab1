package org.openedx.devdata.jdbc.clickhouse;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.openedx.devdata.net.WebAnswer;
import org.openedx.devdata.net.WebClient;

/**
 * ClickHouse's HTTP interface: a request for each statement. Written here and not left to the
 * official client, which shows neither the body that follows the answer to an INSERT nor whether a
 * result came to its end, and sets no limit to the time of either. Stateless.
 *
 * @param settings where the server is
 */
record HttpInterface(ClickHouseSettings settings) {

  /**
   * Sends a statement.
   *
   * @param parameters of the address, besides those that all statements have: settings and others
   */
  ServerAnswer statement(String statement, Map<String, String> parameters) {
    return send(
        BodyPublishers.ofString(statement, StandardCharsets.UTF_8),
        parameters,
        false,
        ResultForm.PLAIN);
  }

  /**
   * Sends a statement that may have rows.
   *
   * @param format one of the form's
   */
  ServerAnswer statement(
      String statement, ResultForm form, String format, Map<String, String> serverSettings) {
    return send(
        BodyPublishers.ofString(statement, StandardCharsets.UTF_8),
        form.parameters(format, serverSettings),
        false,
        form);
  }

  /** Sends data; the statement is among the parameters. */
  ServerAnswer data(Upload upload, Map<String, String> parameters) {
    return send(upload.publisher(), parameters, settings.isPacked(), ResultForm.PLAIN);
  }

  private ServerAnswer send(
      BodyPublisher body, Map<String, String> parameters, boolean packed, ResultForm form) {
    Map<String, String> all = new LinkedHashMap<>(settings.serverSettings());
    all.putAll(parameters);
    if (packed) {
      // Blocks of its own form, which it unpacks many times faster than a coding of HTTP.
      all.put("decompress", "1");
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address(all))
            .header("Authorization", authorization())
            .header("User-Agent", "devdata")
            .header("Content-Type", "application/octet-stream")
            .POST(body);
    try {
      WebAnswer answer = WebClient.send(request.build(), settings.timeout());
      return ServerAnswer.of(settings, answer, form);
    } catch (IOException e) {
      throw ClickHouseFailure.unreachable(settings, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ClickHouseFailure.interrupted(settings, e);
    }
  }

  private URI address(Map<String, String> parameters) {
    String query =
        parameters.entrySet().stream()
            .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
            .collect(Collectors.joining("&"));
    return URI.create(
        settings.url().toString().replaceAll("//[^/@]*@", "//").replaceAll("/$", "")
            + "/?"
            + query);
  }

  private String authorization() {
    String pair = settings.user() + ":" + settings.password();
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(String text) {
    // A plus means a blank in forms only.
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
