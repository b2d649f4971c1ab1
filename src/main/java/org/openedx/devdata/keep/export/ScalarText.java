package org.openedx.devdata.keep.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.openedx.devdata.spec.SpecRecord;
import org.openedx.devdata.spec.TimeExpression;

/** Values of fields as YAML on one line. Stateless. */
final class ScalarText {

  /**
   * Texts that mean nothing else; in a list none with a comma. Letters are repeated without a group
   * that has alternatives, which would take a frame of the stack for each.
   */
  private static final Pattern PLAIN =
      Pattern.compile(
          "(?!.*(?:: |:$|\\$\\{))[\\p{L}\\p{N}_/.+][\\p{L}\\p{M}\\p{N} _/.@+()=;^~,':$-]*(?<! )");

  private static final Set<String> NULLS = Set.of("null", "~", "");

  /** Characters within which YAML looks for the colon after a key. */
  private static final int LONGEST_KEY = 1000;

  private ScalarText() {}

  /**
   * A value of any type of field but lists.
   *
   * @param value of the Java form of its type
   */
  static String of(Object value) {
    if (value == SpecRecord.NULL) {
      return "null";
    }
    if (value instanceof JsonNode json) {
      StringBuilder out = new StringBuilder();
      json(json, out);
      return out.toString();
    }
    if (value instanceof TimeExpression time) {
      return time.at(Instant.EPOCH).toString();
    }
    if (value instanceof Double number) {
      String text = new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
      return text;
    }
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    return value instanceof String text ? text(text) : value.toString();
  }

  static String text(String text) {
    boolean plain = PLAIN.matcher(text).matches() && !NULLS.contains(text.toLowerCase(Locale.ROOT));
    return plain ? text : value(text);
  }

  /** As a list on one line. */
  static String list(List<?> items) {
    StringBuilder out = new StringBuilder("[");
    for (Object item : items) {
      String text = of(item);
      boolean quoted = item instanceof String plain && text.equals(plain) && text.contains(",");
      out.append(out.length() == 1 ? "" : ", ").append(quoted ? value(text) : text);
    }
    return out.append(']').toString();
  }

  /** References to the environment are looked for in values only. */
  private static String value(String text) {
    return quoted(text.replace("${", "$${"));
  }

  /** A key of JSON; YAML takes a long one for a text unless it is announced. */
  private static String key(String text) {
    String quoted = quoted(text);
    return quoted.length() > LONGEST_KEY ? "? " + quoted : quoted;
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter == '"' || letter == '\\') {
        out.append('\\').append(letter);
      } else if (letter == '\n') {
        out.append("\\n");
      } else if (letter == '\t') {
        out.append("\\t");
      } else if (isHidden(letter)) {
        out.append("\\u%04x".formatted((int) letter));
      } else {
        out.append(letter);
      }
    }
    return out.append('"').toString();
  }

  /** Letters that YAML does not take, or that ends lines in it. */
  private static boolean isHidden(char letter) {
    return letter < ' '
        || letter >= 0x7f && letter < 0xa0
        || letter == 0x2028
        || letter == 0x2029
        || letter == 0xfeff
        || letter >= 0xfffe;
  }

  private static void json(JsonNode node, StringBuilder out) {
    if (node.isObject()) {
      String before = "{";
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        out.append(before).append(key(field.getKey())).append(": ");
        json(field.getValue(), out);
        before = ", ";
      }
      out.append(node.isEmpty() ? "{}" : "}");
    } else if (node.isArray()) {
      String before = "[";
      for (JsonNode item : node) {
        out.append(before);
        json(item, out);
        before = ", ";
      }
      out.append(node.isEmpty() ? "[]" : "]");
    } else {
      out.append(node.isTextual() ? value(node.textValue()) : node.toString());
    }
  }
}
