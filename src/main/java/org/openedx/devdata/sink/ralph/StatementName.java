package org.openedx.devdata.sink.ralph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** Says which statement is meant, so that a person can find it and its type. Stateless. */
final class StatementName {

  private static final ObjectMapper JSON = new ObjectMapper();

  private StatementName() {}

  /**
   * @param first the first statement of the request in {@code rows}
   * @param index the statement's number in the request; negative when not known
   */
  static String of(StatementRows rows, int first, int index) {
    if (rows == null || index < 0 || first + index >= rows.count()) {
      return "a statement";
    }
    try {
      JsonNode statement = JSON.readTree(rows.json(first + index));
      return "statement %s (verb %s, object %s)"
          .formatted(
              statement.path("id").asText(),
              statement.at("/verb/id").asText(),
              statement.at("/object/id").asText());
    } catch (IOException e) {
      return "a statement that is no JSON";
    }
  }
}
