package org.openedx.devdata.embedded.clickhouse.http;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.openedx.devdata.testing.Requirement;
import org.openedx.devdata.testing.TestClickHouse;

/** Raw requests to the HTTP interface, which show what a client does not. */
abstract class HttpRequests {

  static final String DATABASE = "test_http";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  static TestClickHouse clickhouse;

  @BeforeAll
  static void makeDatabase() {
    clickhouse = TestClickHouse.required();
    Requirement.applies(clickhouse.kind().equals("embedded"), "tests the embedded endpoint");
    clickhouse.freshDatabase(DATABASE);
  }

  static HttpRequest.Builder request(Map<String, String> parameters) {
    StringBuilder address = new StringBuilder(clickhouse.url() + "/?database=" + DATABASE);
    new TreeMap<>(parameters)
        .forEach(
            (name, value) ->
                address
                    .append('&')
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return HttpRequest.newBuilder(URI.create(address.toString()))
        .header("X-ClickHouse-Key", clickhouse.password());
  }

  static HttpResponse<byte[]> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  static HttpResponse<byte[]> post(Map<String, String> parameters, byte[] body)
      throws IOException, InterruptedException {
    return send(request(parameters).POST(HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  static String post(Map<String, String> parameters, String body)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = post(parameters, body.getBytes(StandardCharsets.UTF_8));
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}
