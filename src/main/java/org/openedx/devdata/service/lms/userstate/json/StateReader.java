package org.openedx.devdata.service.lms.userstate.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Builds a tree from a parser, with every number as it is written: whole numbers of any length, the
 * others with all their decimals. Stateless.
 */
final class StateReader {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private StateReader() {}

  /** The value that begins at the parser's current token. */
  static JsonNode value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> JSON.textNode(parser.getText());
      case VALUE_NUMBER_INT -> whole(parser.getText());
      case VALUE_NUMBER_FLOAT -> decimal(parser.getText());
      case VALUE_TRUE -> JSON.booleanNode(true);
      case VALUE_FALSE -> JSON.booleanNode(false);
      default -> JSON.nullNode();
    };
  }

  private static ObjectNode object(JsonParser parser) throws IOException {
    ObjectNode object = JSON.objectNode();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      object.set(name, value(parser));
    }
    return object;
  }

  private static ArrayNode array(JsonParser parser) throws IOException {
    ArrayNode array = JSON.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(parser));
    }
    return array;
  }

  private static JsonNode whole(String text) {
    if (text.length() < 10) {
      return JSON.numberNode(Integer.parseInt(text));
    }
    BigInteger number = new BigInteger(text);
    if (number.bitLength() < 32) {
      return JSON.numberNode(number.intValue());
    }
    return number.bitLength() < 64 ? JSON.numberNode(number.longValue()) : JSON.numberNode(number);
  }

  private static JsonNode decimal(String text) {
    switch (text) {
      case "NaN":
        return JSON.numberNode(Double.NaN);
      case "Infinity", "+Infinity", "INF", "+INF":
        return JSON.numberNode(Double.POSITIVE_INFINITY);
      case "-Infinity", "-INF":
        return JSON.numberNode(Double.NEGATIVE_INFINITY);
      default:
        BigDecimal number = new BigDecimal(text);
        // A decimal has no negative zero.
        return number.signum() == 0 && text.startsWith("-")
            ? JSON.numberNode(-0.0)
            : DecimalNode.valueOf(number);
    }
  }
}
