package org.openedx.devdata.testing.lrs;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A learning record store on the loopback interface that answers as Ralph does: log-in, strict
 * parameters, validation, duplicates, conflicts, all or nothing. Unlike Ralph it demands the header
 * with xAPI's version, which other stores need. Can be told to fail. Thread-safe.
 */
public final class LrsDouble implements AutoCloseable {

  public static final String USER = "ralph";
  public static final String PASSWORD = "a secret";

  private final LrsOrders orders = new LrsOrders();
  private final LrsRoutes routes = new LrsRoutes(orders);
  private final AtomicInteger atOnce = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  public LrsDouble() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Of the statements resource. */
  public URI url() {
    return URI.create(
        "http://127.0.0.1:%d/xAPI/statements".formatted(server.getAddress().getPort()));
  }

  /** The next posts of statements fail so, one after the other. */
  public LrsDouble fail(LrsFault... next) {
    orders.fail(next);
    return this;
  }

  /** The same fault so many times. */
  public LrsDouble fail(int times, LrsFault fault) {
    LrsFault[] all = new LrsFault[times];
    Arrays.fill(all, fault);
    return fail(all);
  }

  /** Works again; what hung is dropped. */
  public void mend() {
    orders.mend();
  }

  /** Refuses objects that are no URLs, as Ralph 4.1 does. */
  public LrsDouble ofVersionFour() {
    orders.takeUrlsOnly();
    return this;
  }

  /** Stores valid statements of a batch and answers 200, as Ralph 5.1 can be told to do. */
  public LrsDouble storingWhatItCan() {
    orders.storeWhatItCan();
    return this;
  }

  /** Refuses larger bodies with 413, as a proxy may. */
  public LrsDouble atMostBytes(int bytes) {
    orders.takeAtMost(bytes);
    return this;
  }

  /** Answers no post before so many have come. */
  public LrsDouble waitingFor(int requests) {
    orders.gather(requests);
    return this;
  }

  /** The statements that it holds, as enriched. */
  public List<JsonNode> statements() {
    return routes.statements();
  }

  /** How many requests with statements came. */
  public int posts() {
    return routes.posts();
  }

  /** How many statements the largest request had. */
  public int largestPost() {
    return routes.largestPost();
  }

  /** How many requests were there at once, at most. */
  public int mostAtOnce() {
    return mostAtOnce.get();
  }

  @Override
  public void close() {
    orders.release();
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
    try {
      routes.answer(LrsRequest.read(exchange));
    } finally {
      atOnce.decrementAndGet();
    }
  }
}
