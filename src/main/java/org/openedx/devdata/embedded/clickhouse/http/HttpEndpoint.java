package org.openedx.devdata.embedded.clickhouse.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.openedx.devdata.embedded.clickhouse.engine.ChdbEngine;

/**
 * ClickHouse's HTTP interface on the loopback address, over an engine in this process. Thread-safe.
 * A thread serves a request from start to end; the requests of one named session exclude each
 * other.
 */
public final class HttpEndpoint implements AutoCloseable {

  /** The engine's parser and planner recurse deeper than Java's default stack allows. */
  private static final long STACK_BYTES = 16L << 20;

  private static final int BACKLOG = 512;

  /** As many connections as a ClickHouse server takes by default (max_connections). */
  private static final String IDLE_CONNECTIONS = "4096";

  /** As a ClickHouse server takes by default (http_max_uri_size). */
  private static final int MAX_ADDRESS_BYTES = 1 << 20;

  /** The whole head of a request: its address, and headers of up to 128 KiB as on a server. */
  private static final String MAX_HEAD_BYTES = Integer.toString(2 * MAX_ADDRESS_BYTES);

  private final HttpServer server;
  private final ExecutorService threads;
  private final Sessions sessions;

  private HttpEndpoint(HttpServer server, ExecutorService threads, Sessions sessions) {
    this.server = server;
    this.threads = threads;
    this.sessions = sessions;
  }

  /**
   * Starts to listen.
   *
   * @param login asked for with every statement
   * @param port 0 for any free one
   */
  public static HttpEndpoint start(ChdbEngine engine, EngineLogin login, int port)
      throws IOException {
    // Read once by the JDK's server when it loads. Without the first an answer waits 40 ms for an
    // ack; with more idle connections than the second (200 by default) the server closes each after
    // its answer, and who keeps connections finds his dead at the next request; a head longer than
    // the third (380 kB by default) ends in a reset.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.maxIdleConnections", IDLE_CONNECTIONS);
    System.setProperty("sun.net.httpserver.maxReqHeaderSize", MAX_HEAD_BYTES);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
    ThreadFactory factory =
        task -> {
          Thread thread = new Thread(null, task, "clickhouse-http", STACK_BYTES);
          thread.setDaemon(true);
          return thread;
        };
    ExecutorService threads = Executors.newCachedThreadPool(factory);
    Sessions sessions = new Sessions(engine, System::nanoTime);
    server.setExecutor(threads);
    server.createContext("/", guarded(new QueryHandler(engine, sessions, login)::handle));
    server.createContext("/ping", guarded(exchange -> text(exchange, 200, "Ok.\n")));
    server.createContext("/replicas_status", guarded(exchange -> text(exchange, 200, "Ok.\n")));
    server.start();
    return new HttpEndpoint(server, threads, sessions);
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** Stops at once; running requests are interrupted. */
  @Override
  public void close() {
    stop(0);
  }

  /** Stops listening, and waits for running requests to end. */
  public void stop(int seconds) {
    server.stop(seconds);
    threads.shutdown();
    sessions.close();
  }

  static void text(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getRequestBody().readAllBytes();
    exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=UTF-8");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /**
   * Keeps web pages out, which can send requests to the loopback address and by name tricks even
   * read the answers; and addresses that a server would not take.
   */
  private static com.sun.net.httpserver.HttpHandler guarded(
      com.sun.net.httpserver.HttpHandler handler) {
    return exchange -> {
      String host = exchange.getRequestHeaders().getFirst("Host");
      boolean local =
          host == null || host.matches("(?i)(localhost|127(\\.\\d+){3}|\\[::1\\])(:\\d+)?");
      if (!local || exchange.getRequestHeaders().containsKey("Origin")) {
        text(exchange, 403, "The embedded ClickHouse answers programs of this machine only.\n");
      } else if (exchange.getRequestURI().toString().length() > MAX_ADDRESS_BYTES) {
        text(exchange, 400, "HTTP request URI invalid or too long\n");
      } else {
        handler.handle(exchange);
      }
    };
  }
}
