package org.openedx.devdata.service.lms.userstate.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * Writes JSON as the platform's {@code json.dumps} does: {@code ", "} and {@code ": "} between, in
 * insertion order, everything outside printable ASCII escaped. Stateless.
 */
final class StateText {

  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private StateText() {}

  static void write(JsonNode node, StringBuilder out) {
    switch (node.getNodeType()) {
      case OBJECT -> object(node, out);
      case ARRAY -> array(node, out);
      case STRING -> string(node.textValue(), out);
      case NUMBER -> number(node, out);
      case BOOLEAN -> out.append(node.booleanValue());
      case NULL -> out.append("null");
      default -> throw new IllegalArgumentException("not JSON: " + node.getNodeType());
    }
  }

  private static void object(JsonNode node, StringBuilder out) {
    out.append('{');
    String between = "";
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      out.append(between);
      string(field.getKey(), out);
      out.append(": ");
      write(field.getValue(), out);
      between = ", ";
    }
    out.append('}');
  }

  private static void array(JsonNode node, StringBuilder out) {
    out.append('[');
    for (int i = 0; i < node.size(); i++) {
      out.append(i == 0 ? "" : ", ");
      write(node.get(i), out);
    }
    out.append(']');
  }

  private static void number(JsonNode node, StringBuilder out) {
    if (node.isBigDecimal()) {
      out.append(node.decimalValue());
    } else if (node.isDouble() || node.isFloat()) {
      floating(node.doubleValue(), node.asText(), out);
    } else {
      out.append(node.asText());
    }
  }

  /** Only stored states have numbers that are none; the platform writes them in Python's words. */
  private static void floating(double value, String text, StringBuilder out) {
    if (Double.isNaN(value)) {
      out.append("NaN");
    } else if (Double.isInfinite(value)) {
      out.append(value > 0 ? "Infinity" : "-Infinity");
    } else {
      out.append(text);
    }
  }

  private static void string(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      switch (unit) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\f' -> out.append("\\f");
        case '\b' -> out.append("\\b");
        default -> {
          if (unit >= ' ' && unit <= '~') {
            out.append(unit);
          } else {
            escape(unit, out);
          }
        }
      }
    }
    out.append('"');
  }

  private static void escape(char unit, StringBuilder out) {
    out.append("\\u")
        .append(HEX[unit >> 12])
        .append(HEX[unit >> 8 & 15])
        .append(HEX[unit >> 4 & 15])
        .append(HEX[unit & 15]);
  }
}
