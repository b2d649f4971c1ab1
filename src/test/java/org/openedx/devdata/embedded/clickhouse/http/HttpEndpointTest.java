package org.openedx.devdata.embedded.clickhouse.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Requests of the HTTP interface as a whole: address, errors, browsers, connections. */
@Tag("clickhouse")
class HttpEndpointTest extends HttpRequests {

  @Test
  void pingAnswers() throws Exception {
    HttpRequest.Builder ping = HttpRequest.newBuilder(clickhouse.url().resolve("/ping"));
    assertThat(send(ping).body()).isEqualTo("Ok.\n".getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void statementMayStandInTheAddressAndDataInTheBody() throws Exception {
    post(Map.of(), "CREATE TABLE halves (a UInt8, b String) ENGINE = MergeTree ORDER BY a");
    HttpResponse<byte[]> answer =
        post(
            Map.of("query", "INSERT INTO halves FORMAT CSV"),
            "1,x\n2,\"y\n\"\n".getBytes(StandardCharsets.UTF_8));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("X-ClickHouse-Summary").orElseThrow())
        .contains("\"written_rows\":\"2\"");
    assertThat(post(Map.of(), "SELECT a, b FROM halves ORDER BY a")).isEqualTo("1\tx\n2\ty\\n\n");
  }

  @Test
  void errorHasCodeStatusAndText() throws Exception {
    HttpResponse<byte[]> answer =
        post(Map.of(), "SELECT * FROM nowhere".getBytes(StandardCharsets.UTF_8));
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("X-ClickHouse-Exception-Code")).contains("60");
    assertThat(new String(answer.body(), StandardCharsets.UTF_8))
        .startsWith("Code: 60. DB::Exception: ")
        .contains("(UNKNOWN_TABLE)")
        .endsWith(")\n");
  }

  @Test
  void errorAfterTheFirstRowsBreaksTheConnection() {
    Assertions.assertThatThrownBy(
            () -> post(Map.of(), "SELECT throwIf(number = 900000) FROM numbers(1000000)"))
        .isInstanceOf(IOException.class);
  }

  @Test
  void errorComesFirstWhenTheClientWaitsForTheEnd() throws Exception {
    HttpResponse<byte[]> answer =
        post(
            Map.of("wait_end_of_query", "1"),
            "SELECT throwIf(number = 900000) FROM numbers(1000000)"
                .getBytes(StandardCharsets.UTF_8));
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.headers().firstValue("X-ClickHouse-Exception-Code")).contains("395");
  }

  @Test
  void queryIdIsEchoed() throws Exception {
    HttpResponse<byte[]> answer =
        post(Map.of("query_id", "mine"), "SELECT 1".getBytes(StandardCharsets.UTF_8));
    assertThat(answer.headers().firstValue("X-ClickHouse-Query-Id")).contains("mine");
  }

  @Test
  void getChangesNothing() throws Exception {
    HttpResponse<byte[]> answer =
        send(request(Map.of("query", "CREATE TABLE by_get (a UInt8) ENGINE = Memory")).GET());
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("READONLY");
    assertThat(send(request(Map.of("query", "SELECT 1")).GET()).body())
        .isEqualTo("1\n".getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void pagesInABrowserAreKeptOut() throws Exception {
    HttpResponse<byte[]> answer =
        send(
            request(Map.of())
                .header("Origin", "http://example.org")
                .POST(HttpRequest.BodyPublishers.ofString("SELECT 1")));
    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Test
  void hundredsOfIdleConnectionsStayOpen() throws Exception {
    byte[] ping =
        "GET /ping HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    List<Socket> open = new ArrayList<>();
    try {
      for (int i = 0; i < 300; i++) {
        Socket socket = new Socket(clickhouse.url().getHost(), clickhouse.url().getPort());
        open.add(socket);
        assertThat(answer(socket, ping)).endsWith("Ok.\n");
      }
      for (Socket socket : open) {
        assertThat(answer(socket, ping)).endsWith("Ok.\n");
      }
    } finally {
      for (Socket socket : open) {
        socket.close();
      }
    }
  }

  /** Sends a request and reads until its answer ends, or the connection. */
  private static String answer(Socket socket, byte[] request) throws IOException {
    socket.getOutputStream().write(request);
    StringBuilder answer = new StringBuilder();
    for (int one = 0; one >= 0 && answer.indexOf("Ok.\n") < 0; ) {
      one = socket.getInputStream().read();
      answer.append((char) one);
    }
    return answer.toString();
  }

  @Test
  void statementsRunSideBySide() throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    var slow =
        client.sendAsync(
            request(Map.of()).POST(HttpRequest.BodyPublishers.ofString("SELECT sleep(2)")).build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(post(Map.of(), "SELECT 1")).isEqualTo("1\n");
    assertThat(slow).isNotDone();
    assertThat(slow.get().body()).isEqualTo("0\n");
  }
}
