package org.openedx.devdata.testing.lrs;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Requests on their way: refused by address, log-in or form, failed as ordered, or answered. */
final class LrsRoutes {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final AtomicInteger posts = new AtomicInteger();
  private final AtomicInteger largest = new AtomicInteger();
  private final LrsOrders orders;
  private final StatementsResource resource;

  LrsRoutes(LrsOrders orders) {
    this.orders = orders;
    this.resource = new StatementsResource(orders);
  }

  List<JsonNode> statements() {
    return resource.all();
  }

  int posts() {
    return posts.get();
  }

  int largestPost() {
    return largest.get();
  }

  void answer(LrsRequest request) throws IOException {
    if (!request.path().equals("/xAPI/statements") && !request.path().equals("/xAPI/statements/")) {
      request.send(404, "{\"detail\":\"Not Found\"}");
    } else if (!request.isLoggedIn()) {
      request.with("WWW-Authenticate", "Basic").detail(401, "Invalid authentication credentials");
    } else if (request.method().equals("GET")) {
      resource.get(request);
    } else if (!request.method().equals("POST")) {
      request.with("Allow", "GET, POST").detail(405, "Method Not Allowed");
    } else if (request.query() != null) {
      String name = request.query().replaceAll("=.*", "");
      request.detail(400, "The following parameter is not allowed: `%s`".formatted(name));
    } else if (!"1.0.3".equals(request.header("X-Experience-API-Version"))) {
      request.detail(400, "X-Experience-API-Version header missing");
    } else if (request.body().length > orders.maximumBytes()) {
      request.send(413, "<html>413 Request Entity Too Large</html>");
    } else {
      post(request);
    }
  }

  private void post(LrsRequest request) throws IOException {
    JsonNode body = JSON.missingNode();
    if (String.valueOf(request.header("Content-Type")).startsWith("application/json")) {
      try {
        body = JSON.readTree(request.body());
      } catch (JacksonException e) {
        body = JSON.missingNode();
      }
    }
    if (!body.isContainerNode()) {
      request.send(422, "{\"detail\":[{\"loc\":[\"body\"],\"msg\":\"no JSON\",\"type\":\"x\"}]}");
      return;
    }
    List<JsonNode> statements = new ArrayList<>();
    if (body.isArray()) {
      body.forEach(statements::add);
    } else {
      statements.add(body);
    }
    if (statements.isEmpty()) {
      resource.postNothing(request);
      return;
    }
    posts.incrementAndGet();
    orders.gathered();
    largest.accumulateAndGet(statements.size(), Math::max);
    LrsFault fault = orders.next();
    if (fault == LrsFault.NONE || fault == LrsFault.BREAKS_AFTER || fault == LrsFault.WRITES_HALF) {
      resource.post(request, body, statements, fault);
    } else {
      fail(request, fault);
    }
  }

  private void fail(LrsRequest request, LrsFault fault) throws IOException {
    switch (fault) {
      case HANGS -> orders.hang();
      case CANNOT_WRITE -> request.detail(500, "Statements bulk indexation failed");
      case BAD_GATEWAY -> request.send(502, "<html>\n<h1>Bad Gateway</h1>\n</html>");
      case UNAVAILABLE -> request.send(503, "");
      case GATEWAY_TIMEOUT -> request.send(504, "<html>\n<h1>Gateway Time-out</h1>\n</html>");
      case FORBIDDEN -> request.detail(403, "Credentials file not found");
      case METHOD_NOT_ALLOWED -> request.detail(405, "Method Not Allowed");
      case TOO_MANY_REQUESTS -> request.send(429, "slow down");
      case REDIRECT ->
          request.with("Location", "https://elsewhere.example/xAPI/statements").send(302, "");
      default -> throw new IOException("broken as ordered");
    }
  }
}
