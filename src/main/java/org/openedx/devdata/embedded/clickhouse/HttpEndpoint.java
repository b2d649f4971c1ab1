package org.openedx.devdata.embedded.clickhouse;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/**
 * ClickHouse's HTTP interface on the loopback address, over an engine in this process. Thread-safe.
 * A thread serves a request from start to end; the requests of one named session exclude each
 * other.
 */
final class HttpEndpoint implements AutoCloseable {

  /** The engine's parser and planner recurse deeper than Java's default stack allows. */
  private static final long STACK_BYTES = 16L << 20;

  private static final int BACKLOG = 512;

  /** As many connections as a ClickHouse server takes by default (max_connections). */
  private static final String IDLE_CONNECTIONS = "4096";

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
   * @param port 0 for any free one
   */
  static HttpEndpoint start(ChdbEngine engine, int port) throws IOException {
    // Read once by the JDK's server when it loads. Without the first an answer waits 40 ms for an
    // ack; with more idle connections than the second (200 by default) the server closes each after
    // its answer, and who keeps connections finds his dead at the next request.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.maxIdleConnections", IDLE_CONNECTIONS);
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
    server.createContext("/", guarded(new QueryHandler(engine, sessions)::handle));
    server.createContext("/ping", guarded(exchange -> text(exchange, 200, "Ok.\n")));
    server.createContext("/replicas_status", guarded(exchange -> text(exchange, 200, "Ok.\n")));
    server.start();
    return new HttpEndpoint(server, threads, sessions);
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** Stops at once; running requests break off. */
  @Override
  public void close() {
    stop(0);
  }

  /** Stops listening, and waits for running requests to end. */
  void stop(int seconds) {
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
   * Keeps web pages out: the endpoint asks for no password, and a page in a browser can send
   * requests to the loopback address, by name tricks even read the answers.
   */
  private static com.sun.net.httpserver.HttpHandler guarded(
      com.sun.net.httpserver.HttpHandler handler) {
    return exchange -> {
      String host = exchange.getRequestHeaders().getFirst("Host");
      boolean local =
          host == null || host.matches("(?i)(localhost|127(\\.\\d+){3}|\\[::1\\])(:\\d+)?");
      if (!local || exchange.getRequestHeaders().containsKey("Origin")) {
        text(exchange, 403, "The embedded ClickHouse answers programs of this machine only.\n");
      } else {
        handler.handle(exchange);
      }
    };
  }
}
