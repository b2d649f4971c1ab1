package org.openedx.devdata.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Iterator;
import java.util.Map;
import org.openedx.devdata.cli.report.json.JsonRenderer;
import org.openedx.devdata.cli.report.json.Member;

/** A document cut to what a reader wants to see of it. Stateless. */
final class JsonExample {

  private static final int SHOWN = 2;

  private JsonExample() {}

  /** The document with the first elements of its lists and of its objects by name. */
  static String of(JsonNode document, Class<?> result) {
    JsonNode shown = document.deepCopy();
    (shown.isArray() ? shown : java.util.List.of(shown)).forEach(node -> members(node, result));
    cut(shown);
    StringWriter text = new StringWriter();
    JsonRenderer.tree(new PrintWriter(text), shown);
    return text.toString().strip();
  }

  /** Cuts objects by name; a result's own members stay. */
  private static void members(JsonNode node, Class<?> result) {
    for (Member member : Member.of(result)) {
      JsonNode value = node.get(member.name());
      if (value == null || !value.isContainerNode()) {
        continue;
      }
      boolean named =
          value.isObject() && !(member.type() instanceof Class<?> type && type.isRecord());
      if (named) {
        keep((ObjectNode) value);
      }
      JsonPage.held(member.type())
          .ifPresent(
              type ->
                  (named || value.isArray() ? value : java.util.List.of(value))
                      .forEach(inner -> members(inner, type)));
    }
  }

  private static void keep(ObjectNode object) {
    Iterator<Map.Entry<String, JsonNode>> entries = object.fields();
    for (int index = 0; entries.hasNext(); index++) {
      Map.Entry<String, JsonNode> entry = entries.next();
      if (entry.getValue().isObject()) {
        keep((ObjectNode) entry.getValue());
      }
      if (index >= SHOWN) {
        entries.remove();
      }
    }
  }

  private static void cut(JsonNode node) {
    if (node instanceof ArrayNode list) {
      while (list.size() > SHOWN) {
        list.remove(SHOWN);
      }
    }
    node.forEach(JsonExample::cut);
  }
}
