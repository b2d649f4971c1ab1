package org.openedx.devdata.embedded.clickhouse.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.openedx.devdata.embedded.clickhouse.engine.ChdbConnection;
import org.openedx.devdata.embedded.clickhouse.engine.ChdbEngine;
import org.openedx.devdata.embedded.clickhouse.engine.ChdbException;
import org.openedx.devdata.embedded.clickhouse.engine.Summary;
import org.openedx.devdata.embedded.clickhouse.statement.GuardedValues;
import org.openedx.devdata.embedded.clickhouse.statement.InputTable;
import org.openedx.devdata.embedded.clickhouse.statement.Statement;
import org.openedx.devdata.embedded.clickhouse.statement.StatementGuard;

/**
 * Runs the statement of one request. Thread-safe: holds nothing of a request.
 *
 * <p>The statement is the address's {@code query}, then the body, as on a server; only its head is
 * read before it runs, so that the data of an INSERT streams into the engine.
 */
final class QueryHandler {

  /** Maximum size of a statement without its data, in bytes; a server's {@code max_query_size}. */
  private static final int MAX_HEAD_BYTES = 1 << 18;

  private static final System.Logger LOG = System.getLogger(QueryHandler.class.getName());

  private final ChdbEngine engine;
  private final Sessions sessions;
  private final EngineLogin login;

  QueryHandler(ChdbEngine engine, Sessions sessions, EngineLogin login) {
    this.engine = engine;
    this.sessions = sessions;
    this.login = login;
  }

  void handle(HttpExchange exchange) throws IOException {
    Answer answer = new Answer(exchange, engine);
    try {
      login.check(exchange, RequestReader.ofAddress(exchange));
      RequestReader reader = new RequestReader(exchange);
      QueryRequest request = reader.request();
      answer.accept(request);
      if (!exchange.getRequestURI().getPath().equals("/")) {
        HttpEndpoint.text(exchange, 404, "There is no handle; use / or /ping.\n");
        return;
      }
      run(request, reader.body(request), answer, exchange.getRequestMethod().equals("GET"));
    } catch (ChdbException e) {
      answer.fail(e);
    } catch (IOException e) {
      // The client is gone, or sends what cannot be unpacked; in the second case it wants to know.
      LOG.log(Level.INFO, "request failed: {0}", e.toString());
      answer.fail(new ChdbException(ChdbException.CANNOT_READ, "Cannot read the body: " + e));
    } catch (RuntimeException | Error e) {
      // Also errors: the JDK's server would close the connection without a word.
      LOG.log(Level.ERROR, "request failed", e);
      answer.fail(new ChdbException(ChdbException.LOGICAL_ERROR, e.toString()));
    }
    answer.finish();
  }

  private void run(QueryRequest request, InputStream body, Answer answer, boolean readOnly)
      throws IOException {
    int limit = Math.max(MAX_HEAD_BYTES, request.maxQuerySize());
    byte[] head = head(request, body, limit);
    boolean whole = head.length < limit;
    Statement statement = Statement.read(head, head.length);
    boolean insert = statement.kind() == Statement.Kind.INSERT;
    StatementGuard.check(head, insert ? statement.end() : head.length);
    request.values().values().forEach(StatementGuard::checkValue);
    if (statement.kind() == Statement.Kind.EMPTY) {
      // A server's answer to a health check on the root address.
      answer.empty("Ok.\n");
      return;
    }
    try (Sessions.Lease lease = sessions.lease(request)) {
      Runnable undo = lease.prepare(request);
      try {
        if (readOnly) {
          lease.connection().text("SET readonly = 2");
        }
        run(lease.connection(), request, statement, new Input(head, whole, limit, body), answer);
      } finally {
        undo.run();
      }
    }
  }

  private static void run(
      ChdbConnection connection,
      QueryRequest request,
      Statement statement,
      Input input,
      Answer answer)
      throws IOException {
    String format = statement.format().orElse(request.format());
    switch (statement.kind()) {
      case INSERT -> {
        byte[] query = Arrays.copyOf(input.head(), statement.end());
        InputStream data = input.from(statement);
        boolean expressions = format.toLowerCase(Locale.ROOT).equals("values");
        Summary summary =
            connection.insert(
                query, format, request.values(), expressions ? new GuardedValues(data) : data);
        answer.empty(summary);
      }
      case INSERT_FROM_INPUT -> {
        try (InputTable table =
            InputTable.of(connection, statement, input.head(), input.from(statement))) {
          connection.run(
              table.readBy(), request.format(), request.values(), answer.as(Optional.empty()));
        }
      }
      case SELECT -> select(connection, request, statement, input.statement(), answer);
      case OTHER, EMPTY ->
          connection.run(
              input.statement(),
              request.format(),
              request.values(),
              answer.as(Optional.of(format)));
    }
  }

  private static void select(
      ChdbConnection connection,
      QueryRequest request,
      Statement statement,
      byte[] query,
      Answer answer)
      throws IOException {
    String format = statement.format().orElse(request.format());
    StreamedFormat streamed = StreamedFormat.of(format, request.settings());
    boolean extremes = !request.settings().getOrDefault("extremes", "0").equals("0");
    if (streamed != StreamedFormat.NONE
        && !request.waitForEnd()
        && !statement.totals()
        && !extremes) {
      try (ChdbConnection.ChunkedResult result =
          connection.stream(query, request.format(), request.values())) {
        answer.stream(result, streamed, format);
        return;
      } catch (ChdbException e) {
        if (!isNotStreamable(e)) {
          throw e;
        }
      }
    }
    connection.run(query, request.format(), request.values(), answer.as(Optional.of(format)));
  }

  /** WITH may also begin an INSERT, which the library does not stream out. */
  private static boolean isNotStreamable(ChdbException e) {
    return e.code() == 36 && e.getMessage().startsWith("Streaming query is not supported");
  }

  private static byte[] head(QueryRequest request, InputStream body, int limit) throws IOException {
    byte[] address = request.head();
    if (address.length >= limit) {
      return address;
    }
    byte[] rest = body.readNBytes(limit - address.length);
    byte[] head = Arrays.copyOf(address, address.length + rest.length);
    System.arraycopy(rest, 0, head, address.length, rest.length);
    return head;
  }

  /**
   * The text of a request.
   *
   * @param head its beginning
   * @param whole whether that is all of it
   * @param limit how long a statement may be
   * @param rest what follows
   */
  private record Input(byte[] head, boolean whole, int limit, InputStream rest) {

    /** The data of an INSERT. */
    InputStream from(Statement statement) {
      return new SequenceInputStream(
          new ByteArrayInputStream(head, statement.data(), head.length - statement.data()), rest);
    }

    /** A statement that must fit into the head. */
    byte[] statement() throws IOException {
      if (!whole && rest.read() >= 0) {
        throw new ChdbException(
            62,
            "Syntax error: the statement is longer than max_query_size = %d. (SYNTAX_ERROR)"
                .formatted(limit));
      }
      return head;
    }
  }
}
