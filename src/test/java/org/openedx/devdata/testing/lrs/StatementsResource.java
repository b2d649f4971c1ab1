package org.openedx.devdata.testing.lrs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The statements of a store: their validation, storage and the answers to both. Thread-safe. */
final class StatementsResource {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String DIFFERING = "Differing statements already exist with the same ID: ";

  private final Shelf shelf = new Shelf();
  private final LrsOrders orders;

  StatementsResource(LrsOrders orders) {
    this.orders = orders;
  }

  List<JsonNode> all() {
    return shelf.all();
  }

  /** One statement by its id, in a list that may be empty. */
  void get(LrsRequest request) throws IOException {
    String id = String.valueOf(request.query()).replace("statementId=", "");
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode found = answer.putArray("statements");
    shelf.get(id).ifPresent(found::add);
    request.send(200, answer.toString());
  }

  /** Ralph 4 stores an empty list, 5.1 refuses it. */
  void postNothing(LrsRequest request) throws IOException {
    if (orders.takesUrlsOnly()) {
      request.send(200, "[]");
    } else if (orders.storesWhatItCan()) {
      request.send(400, "{\"inserted\":0,\"rejected\":0,\"ids\":[],\"errors\":[]}");
    } else {
      request.detail(400, "The list of statements cannot be empty");
    }
  }

  void post(LrsRequest request, JsonNode body, List<JsonNode> statements, LrsFault fault)
      throws IOException {
    if (orders.storesWhatItCan()) {
      storeWhatItCan(request, statements);
      return;
    }
    ArrayNode errors = new StatementRules(orders.takesUrlsOnly()).errors(body);
    if (!errors.isEmpty()) {
      ObjectNode answer = JSON.createObjectNode();
      answer.set("detail", errors);
      request.send(422, answer.toString());
      return;
    }
    Set<String> ids = new LinkedHashSet<>();
    for (JsonNode statement : statements) {
      if (!ids.add(statement.path("id").asText())) {
        request.detail(400, "Duplicate statement IDs in the list of statements");
        return;
      }
    }
    store(request, statements, fault);
  }

  private void store(LrsRequest request, List<JsonNode> statements, LrsFault fault)
      throws IOException {
    int count = fault == LrsFault.WRITES_HALF ? statements.size() / 2 : statements.size();
    Shelf.Outcome outcome = shelf.add(statements, count);
    if (outcome.conflict().isPresent()) {
      request.detail(409, DIFFERING + outcome.conflict().get());
    } else if (fault == LrsFault.BREAKS_AFTER) {
      throw new IOException("broken as ordered");
    } else if (fault == LrsFault.WRITES_HALF) {
      request.detail(500, "Statements bulk indexation failed");
    } else if (outcome.added().isEmpty()) {
      request.send(204, "");
    } else {
      request.send(200, JSON.writeValueAsString(outcome.added()));
    }
  }

  /** As Ralph 5.1: what is there already is neither stored nor rejected. */
  private void storeWhatItCan(LrsRequest request, List<JsonNode> statements) throws IOException {
    ArrayNode errors = JSON.createArrayNode();
    List<JsonNode> valid = new ArrayList<>();
    for (int index = 0; index < statements.size(); index++) {
      ArrayNode ofOne = new StatementRules(orders.takesUrlsOnly()).errors(statements.get(index));
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
    request.send(status, answer.toString());
  }
}
