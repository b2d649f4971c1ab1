package org.openedx.devdata.embedded.clickhouse.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.openedx.devdata.jdbc.clickhouse.BlockOutputStream;

/** Bodies of requests and answers: coding, framing, formats, forms, data that breaks off. */
@Tag("clickhouse")
class HttpBodyTest extends HttpRequests {

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
}
