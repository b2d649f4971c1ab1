package org.openedx.devdata.testing.lrs;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
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

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String DIFFERING = "Differing statements already exist with the same ID: ";

  private final Deque<LrsFault> faults = new ConcurrentLinkedDeque<>();
  private final Shelf shelf = new Shelf();
  private final AtomicInteger posts = new AtomicInteger();
  private final AtomicInteger largest = new AtomicInteger();
  private final AtomicInteger atOnce = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private final CountDownLatch released = new CountDownLatch(1);
  private volatile CountDownLatch gathered = new CountDownLatch(0);
  private volatile boolean urlsOnly;
  private volatile boolean storesWhatItCan;
  private volatile int mostBytes = Integer.MAX_VALUE;

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
    faults.addAll(Arrays.asList(next));
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
    faults.clear();
    released.countDown();
  }

  /** Refuses objects that are no URLs, as Ralph 4.1 does. */
  public LrsDouble ofVersionFour() {
    urlsOnly = true;
    return this;
  }

  /** Stores valid statements of a batch and answers 200, as Ralph 5.1 can be told to do. */
  public LrsDouble storingWhatItCan() {
    storesWhatItCan = true;
    return this;
  }

  /** Refuses larger bodies with 413, as a proxy may. */
  public LrsDouble atMostBytes(int bytes) {
    mostBytes = bytes;
    return this;
  }

  /** Answers no post before so many have come. */
  public LrsDouble waitingFor(int requests) {
    gathered = new CountDownLatch(requests);
    return this;
  }

  /** The statements that it holds, as enriched. */
  public List<JsonNode> statements() {
    return shelf.all();
  }

  /** How many requests with statements came. */
  public int posts() {
    return posts.get();
  }

  /** How many statements the largest request had. */
  public int largestPost() {
    return largest.get();
  }

  /** How many requests were there at once, at most. */
  public int mostAtOnce() {
    return mostAtOnce.get();
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    released.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
    try {
      answer(exchange);
    } finally {
      atOnce.decrementAndGet();
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] bytes = exchange.getRequestBody().readAllBytes();
    String path = exchange.getRequestURI().getPath();
    if (!path.equals("/xAPI/statements") && !path.equals("/xAPI/statements/")) {
      send(exchange, 404, "{\"detail\":\"Not Found\"}");
    } else if (!isLoggedIn(exchange)) {
      exchange.getResponseHeaders().set("WWW-Authenticate", "Basic");
      detail(exchange, 401, "Invalid authentication credentials");
    } else if (exchange.getRequestMethod().equals("GET")) {
      get(exchange);
    } else if (!exchange.getRequestMethod().equals("POST")) {
      exchange.getResponseHeaders().set("Allow", "GET, POST");
      detail(exchange, 405, "Method Not Allowed");
    } else if (exchange.getRequestURI().getQuery() != null) {
      String name = exchange.getRequestURI().getQuery().replaceAll("=.*", "");
      detail(exchange, 400, "The following parameter is not allowed: `%s`".formatted(name));
    } else if (!"1.0.3".equals(header(exchange, "X-Experience-API-Version"))) {
      detail(exchange, 400, "X-Experience-API-Version header missing");
    } else if (bytes.length > mostBytes) {
      send(exchange, 413, "<html>413 Request Entity Too Large</html>");
    } else {
      post(exchange, bytes);
    }
  }

  /** One statement by its id, in a list that may be empty. */
  private void get(HttpExchange exchange) throws IOException {
    String id = String.valueOf(exchange.getRequestURI().getQuery()).replace("statementId=", "");
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode found = answer.putArray("statements");
    shelf.get(id).ifPresent(found::add);
    send(exchange, 200, answer.toString());
  }

  private void post(HttpExchange exchange, byte[] bytes) throws IOException {
    JsonNode body = JSON.missingNode();
    if (String.valueOf(header(exchange, "Content-Type")).startsWith("application/json")) {
      try {
        body = JSON.readTree(bytes);
      } catch (JacksonException e) {
        body = JSON.missingNode();
      }
    }
    if (!body.isContainerNode()) {
      send(exchange, 422, "{\"detail\":[{\"loc\":[\"body\"],\"msg\":\"no JSON\",\"type\":\"x\"}]}");
      return;
    }
    List<JsonNode> statements = new ArrayList<>();
    if (body.isArray()) {
      body.forEach(statements::add);
    } else {
      statements.add(body);
    }
    if (statements.isEmpty()) {
      nothing(exchange);
      return;
    }
    posts.incrementAndGet();
    gathered.countDown();
    await(gathered);
    largest.accumulateAndGet(statements.size(), Math::max);
    LrsFault ordered = faults.poll();
    LrsFault fault = ordered == null ? LrsFault.NONE : ordered;
    if (fault == LrsFault.NONE || fault == LrsFault.BREAKS_AFTER || fault == LrsFault.WRITES_HALF) {
      judge(exchange, body, statements, fault);
    } else {
      fail(exchange, fault);
    }
  }

  /** Ralph 4 stores an empty list, 5.1 refuses it. */
  private void nothing(HttpExchange exchange) throws IOException {
    if (urlsOnly) {
      send(exchange, 200, "[]");
    } else if (storesWhatItCan) {
      send(exchange, 400, "{\"inserted\":0,\"rejected\":0,\"ids\":[],\"errors\":[]}");
    } else {
      detail(exchange, 400, "The list of statements cannot be empty");
    }
  }

  private void fail(HttpExchange exchange, LrsFault fault) throws IOException {
    switch (fault) {
      case HANGS -> await(released);
      case CANNOT_WRITE -> detail(exchange, 500, "Statements bulk indexation failed");
      case BAD_GATEWAY -> send(exchange, 502, "<html>\n<h1>Bad Gateway</h1>\n</html>");
      case UNAVAILABLE -> send(exchange, 503, "");
      case GATEWAY_TIMEOUT -> send(exchange, 504, "<html>\n<h1>Gateway Time-out</h1>\n</html>");
      case FORBIDDEN -> detail(exchange, 403, "Credentials file not found");
      case METHOD_NOT_ALLOWED -> detail(exchange, 405, "Method Not Allowed");
      case TOO_MANY_REQUESTS -> send(exchange, 429, "slow down");
      case REDIRECT -> {
        exchange.getResponseHeaders().set("Location", "https://elsewhere.example/xAPI/statements");
        send(exchange, 302, "");
      }
      default -> throw new IOException("broken as ordered");
    }
  }

  private void judge(
      HttpExchange exchange, JsonNode body, List<JsonNode> statements, LrsFault fault)
      throws IOException {
    if (storesWhatItCan) {
      storeWhatItCan(exchange, statements);
      return;
    }
    ArrayNode errors = new StatementRules(urlsOnly).errors(body);
    if (!errors.isEmpty()) {
      ObjectNode answer = JSON.createObjectNode();
      answer.set("detail", errors);
      send(exchange, 422, answer.toString());
      return;
    }
    Set<String> ids = new LinkedHashSet<>();
    for (JsonNode statement : statements) {
      if (!ids.add(statement.path("id").asText())) {
        detail(exchange, 400, "Duplicate statement IDs in the list of statements");
        return;
      }
    }
    store(exchange, statements, fault);
  }

  private void store(HttpExchange exchange, List<JsonNode> statements, LrsFault fault)
      throws IOException {
    int count = fault == LrsFault.WRITES_HALF ? statements.size() / 2 : statements.size();
    Shelf.Outcome outcome = shelf.add(statements, count);
    if (outcome.conflict().isPresent()) {
      detail(exchange, 409, DIFFERING + outcome.conflict().get());
    } else if (fault == LrsFault.BREAKS_AFTER) {
      throw new IOException("broken as ordered");
    } else if (fault == LrsFault.WRITES_HALF) {
      detail(exchange, 500, "Statements bulk indexation failed");
    } else if (outcome.added().isEmpty()) {
      send(exchange, 204, "");
    } else {
      send(exchange, 200, JSON.writeValueAsString(outcome.added()));
    }
  }

  /** As Ralph 5.1: what is there already is neither stored nor rejected. */
  private void storeWhatItCan(HttpExchange exchange, List<JsonNode> statements) throws IOException {
    ArrayNode errors = JSON.createArrayNode();
    List<JsonNode> valid = new ArrayList<>();
    for (int index = 0; index < statements.size(); index++) {
      ArrayNode ofOne = new StatementRules(urlsOnly).errors(statements.get(index));
      if (ofOne.isEmpty()) {
        valid.add(statements.get(index));
      } else {
        errors.addObject().put("index", index).put("reason", ofOne.get(0).get("msg").asText());
      }
    }
    Shelf.Outcome outcome = shelf.add(valid, valid.size());
    int rejected = errors.size();
    outcome
        .conflict()
        .ifPresent(id -> errors.addObject().put("index", -1).put("reason", DIFFERING + id));
    int status = outcome.conflict().isPresent() ? 409 : outcome.added().isEmpty() ? 400 : 200;
    ObjectNode answer = JSON.createObjectNode();
    answer.put("inserted", outcome.added().size()).put("rejected", rejected);
    outcome.added().forEach(answer.putArray("ids")::add);
    answer.set("errors", errors);
    send(exchange, status, answer.toString());
  }

  private static boolean isLoggedIn(HttpExchange exchange) {
    String pair = USER + ":" + PASSWORD;
    String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    return ("Basic " + basic).equals(header(exchange, "Authorization"));
  }

  private static String header(HttpExchange exchange, String name) {
    Collection<String> values = exchange.getRequestHeaders().get(name);
    return values == null ? null : values.iterator().next();
  }

  private static void detail(HttpExchange exchange, int status, String text) throws IOException {
    send(exchange, status, JSON.createObjectNode().put("detail", text).toString());
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
