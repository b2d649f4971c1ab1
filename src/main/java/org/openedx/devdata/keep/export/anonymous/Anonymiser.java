package org.openedx.devdata.keep.export.anonymous;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.openedx.devdata.jdbc.table.Holding;
import org.openedx.devdata.plan.kind.FieldValues;
import org.openedx.devdata.plan.kind.RecordDraft;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.SpecRecord;

/** Replaces what records say of people, field by field. Not thread-safe. */
public final class Anonymiser {

  /** Texts in a state that the platform itself writes: results, choices, times. */
  private static final Pattern OF_THE_PLATFORM =
      Pattern.compile(
          "|(?:in|partially-)?correct|choice_\\w{1,3}|[\\d:.TZ+-]{4,32}|true|false|null|\\d{1,3}");

  private final Pseudonyms names;
  private final Originals originals;

  public Anonymiser(Pseudonyms names, Originals originals) {
    this.names = names;
    this.originals = originals;
  }

  /** The values that were replaced. */
  public Originals originals() {
    return originals;
  }

  /** Replaces a field of a record by what the field holds. */
  public void replace(RecordDraft draft, int index, Holding holding) {
    Field field = draft.kind().fields().get(index);
    Object value = draft.value(index);
    if (value == null || value == SpecRecord.NULL) {
      return;
    }
    if (holding == Holding.HARMLESS) {
      keep(value);
      return;
    }
    draft.say(field.name(), replaced(field, holding, value));
  }

  private void keep(Object value) {
    if (value instanceof String text) {
      originals.keep(text);
    } else if (value instanceof List<?> items) {
      items.forEach(this::keep);
    }
  }

  private Object replaced(Field field, Holding holding, Object value) {
    if (value instanceof List<?> items) {
      List<Object> all = new ArrayList<>();
      items.forEach(item -> all.add(replaced(field, holding, item)));
      return all;
    }
    if (value instanceof Long id && holding == Holding.ID) {
      return names.of(id);
    }
    if (value instanceof JsonNode json) {
      return json(json, holding);
    }
    if (!(value instanceof String text)) {
      return value;
    }
    String stripped = text.strip();
    if (stripped.startsWith("{")) {
      Object inner = FieldValues.of(Field.of("", new FieldType.Json(), ""), text).orElse(null);
      if (inner instanceof JsonNode json) {
        return json(json, holding).toString();
      }
    }
    return cut(text(holding, text), field);
  }

  private String text(Holding holding, String text) {
    originals.add(holding, text);
    return names.of(holding, text);
  }

  private static String cut(String text, Field field) {
    return field.type() instanceof FieldType.Text type && text.length() > type.maxLength()
        ? text.substring(0, type.maxLength())
        : text;
  }

  private JsonNode json(JsonNode node, Holding holding) {
    JsonNodeFactory factory = JsonNodeFactory.instance;
    if (node.isObject()) {
      ObjectNode object = factory.objectNode();
      node.properties().forEach(one -> object.set(one.getKey(), json(one.getValue(), holding)));
      return object;
    }
    if (node.isArray()) {
      ArrayNode array = factory.arrayNode();
      node.forEach(item -> array.add(json(item, holding)));
      return array;
    }
    boolean own = node.isTextual() && !OF_THE_PLATFORM.matcher(node.textValue()).matches();
    return own ? factory.textNode(text(holding, node.textValue())) : node;
  }
}
