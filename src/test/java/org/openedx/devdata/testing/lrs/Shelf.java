package org.openedx.devdata.testing.lrs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The statements that a store holds, compared as Ralph compares them. Thread-safe. */
final class Shelf {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> COMPARED =
      List.of(
          "actor",
          "verb",
          "object",
          "id",
          "result",
          "context",
          "attachments",
          "timestamp",
          "version");
  private static final JsonNode AUTHORITY =
      JSON.createObjectNode()
          .set(
              "account",
              JSON.createObjectNode()
                  .put("name", "__server_ralph")
                  .put("homePage", "http://localhost"));

  private final Map<String, JsonNode> stored = new LinkedHashMap<>();

  /** What became of statements: the id of one that is there with other content, or those added. */
  record Outcome(Optional<String> conflict, List<String> added) {}

  synchronized List<JsonNode> all() {
    return List.copyOf(stored.values());
  }

  synchronized Optional<JsonNode> get(String id) {
    return Optional.ofNullable(stored.get(id));
  }

  /**
   * Adds those that are not there, unless one of all conflicts with what is there.
   *
   * @param count of how many at the beginning, when it dies before the rest
   */
  synchronized Outcome add(List<JsonNode> statements, int count) {
    for (JsonNode statement : statements) {
      String id = statement.get("id").asText();
      JsonNode before = stored.get(id);
      if (before != null && !isEqual(before, statement)) {
        return new Outcome(Optional.of(id), List.of());
      }
    }
    List<String> added = new ArrayList<>();
    for (JsonNode statement : statements.subList(0, count)) {
      String id = statement.get("id").asText();
      if (stored.putIfAbsent(id, enriched(statement)) == null) {
        added.add(id);
      }
    }
    return new Outcome(Optional.empty(), added);
  }

  private static JsonNode enriched(JsonNode statement) {
    ObjectNode copy = statement.deepCopy();
    copy.put("stored", "2026-03-01T12:00:00.000000+00:00");
    copy.set("authority", AUTHORITY);
    return copy;
  }

  private static boolean isEqual(JsonNode one, JsonNode other) {
    return COMPARED.stream().allMatch(key -> one.path(key).equals(other.path(key)));
  }
}
