package org.openedx.devdata.spec.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.openedx.devdata.spec.yaml.ListNode;
import org.openedx.devdata.spec.yaml.MapNode;
import org.openedx.devdata.spec.yaml.ScalarNode;
import org.openedx.devdata.spec.yaml.SpecNode;

/**
 * Reads any YAML value as JSON. Unquoted {@code true}, {@code false}, {@code null} and numbers as
 * JSON writes them keep their type; everything else is text, so that {@code 007} and {@code NO}
 * stay what they look like (YAML 1.2). Stateless.
 */
final class JsonReader implements ValueReader {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Pattern WHOLE = Pattern.compile("-?(?:0|[1-9][0-9]{0,399})");
  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]{0,399})(?:\\.[0-9]{1,400})?(?:[eE][+-]?[0-9]{1,3})?");

  private final String label;
  private final boolean texts;

  /**
   * @param texts whether numbers and truth values are the texts that are written
   */
  JsonReader(String label, boolean texts) {
    this.label = label;
    this.texts = texts;
  }

  @Override
  public Object read(SpecNode node, Reading reading) {
    return json(node, reading);
  }

  private JsonNode json(SpecNode node, Reading reading) {
    if (node instanceof MapNode map) {
      ObjectNode object = JSON.objectNode();
      for (int entry = 0; entry < map.size(); entry++) {
        object.set(map.key(entry), json(map.value(entry), reading));
      }
      return object;
    }
    if (node instanceof ListNode list) {
      ArrayNode array = JSON.arrayNode();
      list.items().forEach(item -> array.add(json(item, reading)));
      return array;
    }
    return scalar((ScalarNode) node, reading);
  }

  private JsonNode scalar(ScalarNode node, Reading reading) {
    if (node.isNull()) {
      return JSON.nullNode();
    }
    String text = node.text();
    if (texts || !node.plain()) {
      return JSON.textNode(text);
    }
    return switch (text) {
      case "true", "True", "TRUE" -> JSON.booleanNode(true);
      case "false", "False", "FALSE" -> JSON.booleanNode(false);
      case ".nan", ".NaN", ".NAN", ".inf", "-.inf", "+.inf", ".Inf", "-.Inf", ".INF", "-.INF" -> {
        reading.problem(
            node,
            label
                + " holds "
                + Reading.shown(node)
                + ", which JSON cannot hold; use a finite number or quote it");
        yield JSON.nullNode();
      }
      default -> {
        JsonNode value = numberOrText(text);
        if (value.isBigDecimal() && !Double.isFinite(value.doubleValue())) {
          reading.problem(
              node,
              label
                  + " holds "
                  + Reading.shown(node)
                  + ", beyond the numbers that programs read from JSON (1.7E308); use a smaller one"
                  + " or quote it");
        }
        yield value;
      }
    };
  }

  private static JsonNode numberOrText(String text) {
    if (WHOLE.matcher(text).matches()) {
      BigInteger number = new BigInteger(text);
      return number.bitLength() < 64
          ? JSON.numberNode(number.longValue())
          : JSON.numberNode(number);
    }
    return NUMBER.matcher(text).matches()
        ? DecimalNode.valueOf(new BigDecimal(text))
        : JSON.textNode(text);
  }
}
