package org.openedx.devdata.testing.lrs;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;

/** One request to a store with its body, and the answer that it gets. */
record LrsRequest(HttpExchange exchange, byte[] body) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static LrsRequest read(HttpExchange exchange) throws IOException {
    return new LrsRequest(exchange, exchange.getRequestBody().readAllBytes());
  }

  String path() {
    return exchange.getRequestURI().getPath();
  }

  String method() {
    return exchange.getRequestMethod();
  }

  /** Parameters of the address, or null. */
  String query() {
    return exchange.getRequestURI().getQuery();
  }

  /** The first value of a header field, or null. */
  String header(String name) {
    Collection<String> values = exchange.getRequestHeaders().get(name);
    return values == null ? null : values.iterator().next();
  }

  boolean isLoggedIn() {
    String pair = LrsDouble.USER + ":" + LrsDouble.PASSWORD;
    String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    return ("Basic " + basic).equals(header("Authorization"));
  }

  LrsRequest with(String header, String value) {
    exchange.getResponseHeaders().set(header, value);
    return this;
  }

  /** Answers with an error as Ralph writes it. */
  void detail(int status, String text) throws IOException {
    send(status, JSON.createObjectNode().put("detail", text).toString());
  }

  void send(int status, String text) throws IOException {
    byte[] answer = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }
}
