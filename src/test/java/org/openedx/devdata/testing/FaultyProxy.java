package org.openedx.devdata.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before a real engine and fails when told to. Thread-safe. */
public final class FaultyProxy implements AutoCloseable {

  /** What happens to one request. */
  public enum Fault {
    /** 503 of a proxy whose server is away. */
    UNAVAILABLE,
    /** The server has too many parts. */
    TOO_MANY_PARTS,
    /** The connection breaks before the server has seen anything. */
    BREAK_BEFORE,
    /** Nothing: it works. */
    NONE,
    /** The rows arrive, the answer does not. */
    BREAK_AFTER,
    /** No answer, until {@link FaultyProxy#mend}. */
    HANGS,
    /** The password is wrong. */
    WRONG_PASSWORD
  }

  private final Deque<Fault> faults = new ConcurrentLinkedDeque<>();
  private final AtomicInteger requests = new AtomicInteger();
  private final HttpClient client = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private final CountDownLatch released = new CountDownLatch(1);
  private final URI engine;
  private volatile boolean insertsOnly;
  private volatile int lastRequest = Integer.MAX_VALUE;
  private volatile boolean hanging;

  public FaultyProxy(URI engine) throws IOException {
    this.engine = engine;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The next requests fail so, one after the other. */
  public void fail(Fault... next) {
    faults.addAll(java.util.List.of(next));
  }

  /** The next inserts fail so; other statements do not. */
  public void failInserts(int times, Fault fault) {
    insertsOnly = true;
    for (int i = 0; i < times; i++) {
      faults.add(fault);
    }
  }

  /** So many more requests are answered, then none. */
  public void dieAfter(int more) {
    lastRequest = requests.get() + more;
  }

  /** Returns whether a request came that was not answered any more. */
  public boolean isDead() {
    return requests.get() > lastRequest;
  }

  /** Works again; what hung is dropped. */
  public void mend() {
    faults.clear();
    lastRequest = Integer.MAX_VALUE;
    released.countDown();
  }

  /** Whether a request hangs. */
  public boolean isHanging() {
    return hanging;
  }

  /** How many requests have come. */
  public int requests() {
    return requests.get();
  }

  @Override
  public void close() {
    mend();
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    if (requests.incrementAndGet() > lastRequest) {
      throw new IOException("dead");
    }
    byte[] body = exchange.getRequestBody().readAllBytes();
    Fault fault = !insertsOnly || isInsert(exchange) ? faults.poll() : null;
    if (fault == null || fault == Fault.NONE || fault == Fault.BREAK_AFTER) {
      HttpResponse<byte[]> answer = forward(exchange, body);
      if (fault == Fault.BREAK_AFTER) {
        throw new IOException("broken as ordered");
      }
      for (String name :
          java.util.List.of(
              "X-ClickHouse-Summary", "X-ClickHouse-Exception-Code", "X-ClickHouse-Query-Id")) {
        answer
            .headers()
            .firstValue(name)
            .ifPresent(v -> exchange.getResponseHeaders().set(name, v));
      }
      send(exchange, answer.statusCode(), answer.body());
      return;
    }
    switch (fault) {
      case HANGS -> hang();
      case UNAVAILABLE -> send(exchange, 503, "no upstream".getBytes(StandardCharsets.UTF_8));
      case TOO_MANY_PARTS ->
          refuse(exchange, 252, "Too many parts (3000). Merges are slow. (TOO_MANY_PARTS)");
      case WRONG_PASSWORD ->
          refuse(
              exchange,
              516,
              "joe: Authentication failed: password is incorrect, or there is no user with such"
                  + " name.\n\nIf you have installed ClickHouse and forgot password you can reset it"
                  + " in the configuration file.\n\n. (AUTHENTICATION_FAILED)");
      default -> throw new IOException("broken as ordered");
    }
  }

  private static boolean isInsert(HttpExchange exchange) {
    return String.valueOf(exchange.getRequestURI().getQuery()).contains("INSERT INTO");
  }

  private void hang() throws IOException {
    hanging = true;
    try {
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new IOException("broken as ordered");
  }

  private static void refuse(HttpExchange exchange, int code, String text) throws IOException {
    exchange.getResponseHeaders().set("X-ClickHouse-Exception-Code", String.valueOf(code));
    send(
        exchange,
        500,
        "Code: %d. DB::Exception: %s\n".formatted(code, text).getBytes(StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(engine.resolve(exchange.getRequestURI().toString()))
            .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
    for (Map.Entry<String, java.util.List<String>> header :
        exchange.getRequestHeaders().entrySet()) {
      String name = header.getKey().toLowerCase(java.util.Locale.ROOT);
      if (name.startsWith("x-clickhouse")
          || name.equals("authorization")
          || name.equals("content-type")) {
        header.getValue().forEach(value -> request.header(header.getKey(), value));
      }
    }
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
