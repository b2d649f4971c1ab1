package org.openedx.devdata.sink.ralph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** Says which statement is meant, so that a person can find it and its type. Stateless. */
final class StatementName {

  private static final ObjectMapper JSON = new ObjectMapper();

  private StatementName() {}

  /**
   * @param sent the statements of the request in {@code rows}
   * @param index the statement's number in the request; negative when not known
   */
  static String of(StatementRows rows, int[] sent, int index) {
    if (index < 0 || index >= sent.length) {
      return "a statement";
    }
    try {
      JsonNode statement = JSON.readTree(rows.json(sent[index]));
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
