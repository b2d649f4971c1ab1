package org.openedx.devdata.embedded.clickhouse.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.openedx.devdata.jdbc.clickhouse.BlockOutputStream;
import org.openedx.devdata.testing.Requirement;
import org.openedx.devdata.testing.TestClickHouse;

/** The HTTP interface in raw requests; what a client does not show. */
@Tag("clickhouse")
class HttpEndpointTest {

  private static final String DATABASE = "test_http";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static TestClickHouse clickhouse;

  @BeforeAll
  static void makeDatabase() {
    clickhouse = TestClickHouse.required();
    Requirement.applies(clickhouse.kind().equals("embedded"), "tests the embedded endpoint");
    clickhouse.freshDatabase(DATABASE);
  }

  private static HttpRequest.Builder request(Map<String, String> parameters) {
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

  private static HttpResponse<byte[]> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static HttpResponse<byte[]> post(Map<String, String> parameters, byte[] body)
      throws IOException, InterruptedException {
    return send(request(parameters).POST(HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  private static String post(Map<String, String> parameters, String body)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = post(parameters, body.getBytes(StandardCharsets.UTF_8));
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

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

  @ParameterizedTest
  @CsvSource({
    "TSVWithNames,number",
    "JSONEachRow,{",
    "RowBinaryWithNamesAndTypes,number",
    "JSON,meta",
    "CSVWithNames,number"
  })
  void headOfAFormatIsSentOnce(String format, String mark) throws Exception {
    String streamed =
        new String(
            post(
                    Map.of("default_format", format),
                    "SELECT number FROM numbers(300000)".getBytes(StandardCharsets.UTF_8))
                .body(),
            StandardCharsets.ISO_8859_1);
    String whole =
        new String(
            post(
                    Map.of("default_format", format, "wait_end_of_query", "1"),
                    "SELECT number FROM numbers(300000)".getBytes(StandardCharsets.UTF_8))
                .body(),
            StandardCharsets.ISO_8859_1);
    String noTimes = "\"elapsed\": [0-9.e-]+|\"rows_read\": \\d+|\"bytes_read\": \\d+";
    assertThat(streamed.replaceAll(noTimes, "")).isEqualTo(whole.replaceAll(noTimes, ""));
    assertThat(streamed).contains(mark);
  }

  @Test
  void totalsAreNotLost() throws Exception {
    assertThat(
            post(
                Map.of(),
                "SELECT number % 2 AS n, count() FROM numbers(4) GROUP BY n WITH TOTALS ORDER BY n"))
        .isEqualTo("0\t2\n1\t2\n\n0\t4\n");
  }

  @ParameterizedTest
  @EnumSource(HttpCoding.class)
  void answersAndBodiesMayBeCoded(HttpCoding coding) throws Exception {
    String table = "coded_" + coding.header();
    post(Map.of(), "CREATE TABLE %s (a UInt32) ENGINE = MergeTree ORDER BY a".formatted(table));
    ByteArrayOutputStream rows = new ByteArrayOutputStream();
    try (OutputStream out = coding.encode(rows)) {
      for (int n = 0; n < 1000; n++) {
        out.write((n + "\n").getBytes(StandardCharsets.US_ASCII));
      }
    }
    HttpRequest.Builder insert =
        request(Map.of("query", "INSERT INTO %s FORMAT TSV".formatted(table)))
            .header("Content-Encoding", coding.header())
            .POST(HttpRequest.BodyPublishers.ofByteArray(rows.toByteArray()));
    assertThat(send(insert).statusCode()).isEqualTo(200);
    HttpResponse<byte[]> answer =
        send(
            request(Map.of("enable_http_compression", "1"))
                .header("Accept-Encoding", coding.header())
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "SELECT sum(a), count() FROM %s".formatted(table))));
    InputStream body = coding.decode(new ByteArrayInputStream(answer.body()));
    assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("499500\t1000\n");
  }

  @Test
  void packedBodiesAndAnswersUseClickHousesFraming() throws Exception {
    post(Map.of(), "CREATE TABLE packed (s String) ENGINE = MergeTree ORDER BY s");
    ByteArrayOutputStream rows = new ByteArrayOutputStream();
    try (BlockOutputStream out = new BlockOutputStream(rows)) {
      out.write("hello\nworld\n".getBytes(StandardCharsets.US_ASCII));
    }
    post(Map.of("query", "INSERT INTO packed FORMAT TSV", "decompress", "1"), rows.toByteArray());
    byte[] answer =
        post(
                Map.of("compress", "1"),
                "SELECT s FROM packed ORDER BY s".getBytes(StandardCharsets.UTF_8))
            .body();
    assertThat(new BlockInputStream(new ByteArrayInputStream(answer)).readAllBytes())
        .isEqualTo("hello\nworld\n".getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void insertFromInputTransformsItsData() throws Exception {
    post(Map.of(), "CREATE TABLE doubled (a UInt32) ENGINE = MergeTree ORDER BY a");
    post(
        Map.of("query", "INSERT INTO doubled SELECT a * 2 FROM input('a UInt32') FORMAT TSV"),
        "1\n2\n3\n");
    assertThat(post(Map.of(), "SELECT sum(a) FROM doubled")).isEqualTo("12\n");
  }

  @Test
  void insertFromInputLeavesNoTableInItsSession() throws Exception {
    post(Map.of(), "CREATE TABLE kept (a UInt32) ENGINE = MergeTree ORDER BY a");
    String insert = "INSERT INTO kept SELECT a FROM input('a UInt32, b Array(String)') FORMAT CSV";
    for (int times = 0; times < 2; times++) {
      post(Map.of("session_id", "input", "query", insert), "5,\"['x']\"\n");
    }
    assertThat(post(Map.of(), "SELECT sum(a) FROM kept")).isEqualTo("10\n");
  }

  @Test
  void sessionKeepsTemporaryTablesAndSettings() throws Exception {
    Map<String, String> session = Map.of("session_id", "keeps");
    post(session, "CREATE TEMPORARY TABLE mine (a UInt8)");
    post(session, "INSERT INTO mine VALUES (7)");
    post(session, "SET max_threads = 3");
    assertThat(post(session, "SELECT a, getSetting('max_threads') FROM mine")).isEqualTo("7\t3\n");
    assertThat(post(Map.of(), "SELECT * FROM mine")).contains("UNKNOWN_TABLE");
  }

  @Test
  void settingOfARequestDoesNotStayInTheSession() throws Exception {
    Map<String, String> session = Map.of("session_id", "clean");
    post(session, "SET max_block_size = 11");
    assertThat(
            post(
                Map.of("session_id", "clean", "max_block_size", "22", "max_threads", "5"),
                "SELECT getSetting('max_block_size')"))
        .isEqualTo("22\n");
    assertThat(
            post(
                session,
                "SELECT getSetting('max_block_size'), changed FROM system.settings"
                    + " WHERE name = 'max_threads'"))
        .isEqualTo("11\t0\n");
  }

  @Test
  void unknownSessionIsAnErrorWhenItMustExist() throws Exception {
    assertThat(post(Map.of("session_id", "none", "session_check", "1"), "SELECT 1"))
        .contains("SESSION_NOT_FOUND");
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
  void unknownSettingIsRefused() throws Exception {
    assertThat(post(Map.of("no_such_setting", "1"), "SELECT 1")).contains("UNKNOWN_SETTING");
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
  void insertThatBreaksOffStoresNothing() throws Exception {
    post(Map.of(), "CREATE TABLE broken (a UInt32) ENGINE = MergeTree ORDER BY a");
    try (Socket socket = new Socket("127.0.0.1", clickhouse.url().getPort())) {
      String head =
          "POST /?database=%s&query=INSERT%%20INTO%%20broken%%20FORMAT%%20TSV HTTP/1.1\r\nHost: localhost\r\nX-ClickHouse-Key: %s\r\nContent-Length: 1000\r\n\r\n1\n2\n"
              .formatted(DATABASE, clickhouse.password());
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.shutdownOutput();
      socket.getInputStream().readAllBytes();
    }
    assertThat(post(Map.of(), "SELECT count() FROM broken")).isEqualTo("0\n");
  }

  @Test
  void parametersInAFormAreBound() throws Exception {
    String form =
        "--b\r\nContent-Disposition: form-data; name=\"query\"\r\n\r\nSELECT {a:String}\r\n"
            + "--b\r\nContent-Disposition: form-data; name=\"param_a\"\r\n\r\nhé\r\n--b--\r\n";
    HttpResponse<byte[]> answer =
        send(
            request(Map.of())
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("hé\n");
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
