package org.openedx.devdata.embedded.clickhouse.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.openedx.devdata.embedded.clickhouse.engine.ChdbConnection;
import org.openedx.devdata.embedded.clickhouse.engine.ChdbEngine;
import org.openedx.devdata.embedded.clickhouse.engine.ChdbException;
import org.openedx.devdata.embedded.clickhouse.engine.Summary;
import org.openedx.devdata.jdbc.clickhouse.BlockOutputStream;

/**
 * The answer to one request: its headers, codings, and what becomes of an error before and after
 * the first byte. Mutable; belongs to the request's thread.
 */
final class Answer {

  private final HttpExchange exchange;
  private final ChdbEngine engine;
  private QueryRequest request;
  private OutputStream body;

  Answer(HttpExchange exchange, ChdbEngine engine) {
    this.exchange = exchange;
    this.engine = engine;
  }

  /** Sets what was asked, which decides the codings. */
  void accept(QueryRequest accepted) {
    this.request = accepted;
  }

  /** Takes a complete result. */
  ChdbConnection.ResultSink as(Optional<String> format) {
    return summary -> start(200, summary, format);
  }

  /** Sends the chunks of a result as they come. The first one decides between 200 and an error. */
  void stream(ChdbConnection.ChunkedResult result, StreamedFormat streamed, String format)
      throws IOException {
    byte[] tail = StreamedFormat.tail(format, request.settings()).getBytes(StandardCharsets.UTF_8);
    byte[] chunk = result.next();
    OutputStream out = start(200, Summary.NONE, Optional.of(format));
    boolean first = true;
    while (chunk.length > 0) {
      out.write(streamed.part(chunk, first, tail.length));
      first = false;
      chunk = result.next();
    }
    out.write(tail);
  }

  void empty(Summary summary) throws IOException {
    start(200, summary, Optional.empty());
  }

  void empty(String text) throws IOException {
    start(200, Summary.NONE, Optional.empty()).write(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Sends an error. After the first byte of a result it is written behind the rest, and the
   * connection is cut, so that no client takes the result for whole.
   */
  void fail(ChdbException error) throws IOException {
    String text = error.wireText(engine.version());
    if (body != null) {
      body.write(text.getBytes(StandardCharsets.UTF_8));
      body.flush();
      throw new IOException("the statement failed after its first rows: " + text.strip());
    }
    exchange.getResponseHeaders().set("X-ClickHouse-Exception-Code", String.valueOf(error.code()));
    start(ErrorStatus.of(error.code()), Summary.NONE, Optional.empty())
        .write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Ends the answer. What the client still sends is taken first: it does not look before. */
  void finish() throws IOException {
    exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
    if (body != null) {
      body.close();
    }
    exchange.close();
  }

  private OutputStream start(int status, Summary summary, Optional<String> format)
      throws IOException {
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", contentType(format));
    headers.set("X-ClickHouse-Server-Display-Name", "devdata");
    headers.set("X-ClickHouse-Query-Id", queryId());
    headers.set("X-ClickHouse-Timezone", engine.timezone());
    headers.set("X-ClickHouse-Summary", summary.toHeader());
    format.ifPresent(name -> headers.set("X-ClickHouse-Format", name));
    // A server packs its errors too, and its clients expect that.
    boolean packed = request != null && request.packedAnswer();
    HttpCoding coding =
        request != null && request.httpCompression()
            ? HttpCoding.ofAnswer(accepted())
            : HttpCoding.IDENTITY;
    if (coding != HttpCoding.IDENTITY) {
      headers.set("Content-Encoding", coding.header());
    }
    exchange.sendResponseHeaders(status, 0);
    OutputStream coded = coding.encode(exchange.getResponseBody());
    body = packed ? new BlockOutputStream(coded) : coded;
    return body;
  }

  private List<String> accepted() {
    return exchange.getRequestHeaders().getOrDefault("Accept-Encoding", List.of());
  }

  private String queryId() {
    return Optional.ofNullable(request)
        .flatMap(QueryRequest::queryId)
        .orElseGet(
            () ->
                new UUID(
                        ManagementFactory.getRuntimeMXBean().getStartTime()
                            ^ ProcessHandle.current().pid(),
                        System.nanoTime())
                    .toString());
  }

  private static String contentType(Optional<String> format) {
    String name = format.orElse("").toLowerCase(Locale.ROOT);
    if (name.startsWith("json")) {
      return name.contains("eachrow") ? "application/x-ndjson" : "application/json; charset=UTF-8";
    }
    if (name.startsWith("csv")) {
      return "text/csv; charset=UTF-8; header=absent";
    }
    if (name.startsWith("tab") || name.startsWith("tsv")) {
      return "text/tab-separated-values; charset=UTF-8";
    }
    return name.isEmpty() ? "text/plain; charset=UTF-8" : "application/octet-stream";
  }
}
