package org.openedx.devdata.spec.describe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Kind;

/**
 * JSON Schema of field types. A value may also be a text with a reference to the environment, which
 * no schema can look into. Immutable; gives new nodes at each call.
 */
final class SchemaTypes {

  /** Name under which the documents that use these types define the text with a reference. */
  static final String ENVIRONMENT = "environment";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final String TIME =
      "^\\s*(?:\\d{4}-\\d{2}-\\d{2}(?:(?:[Tt]| +)\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,6})?)?"
          + " *(?:[Zz]|[+-]\\d{2}(?::?\\d{2})?)?)?"
          + "|(?:now|today)(?:\\s*[+-]\\s*(?:\\d+(?:y|mo|w|d|h|min|m|s))+)*)\\s*$";
  private static final String DAY = "^[1-9]\\d{3}-\\d{2}-\\d{2}$";
  private static final String COURSE =
      "^(?:[a-z][a-z0-9-]*-v1:[^\\s+/]+\\+[^\\s+/]+.*|[^\\s/+]+/[^\\s/+]+/[^\\s/+]+)$";
  private static final String USAGE =
      "^(?:[a-z][a-z0-9-]*:\\S+|i4x://[^\\s/]+/[^\\s/]+/[^\\s/]+/\\S+)$";

  private SchemaTypes() {}

  /** The definition behind {@link #ENVIRONMENT}. */
  static ObjectNode environment() {
    return JSON.objectNode()
        .put("description", "A text with a value of the environment: ${NAME} or ${NAME:-default}.")
        .put("type", "string")
        .put("pattern", "(?:^|[^$])\\$\\{[A-Za-z_][A-Za-z0-9_]*(?::-[^}]*)?\\}");
  }

  /** Schema of a value of the type; nested kinds are written by {@code records}. */
  static ObjectNode of(FieldType type, boolean nullable, Records records) {
    ObjectNode schema = plain(type, records);
    boolean text = !(type instanceof FieldType.Json) && !collection(type);
    if (!text && !nullable) {
      return schema;
    }
    if (type instanceof FieldType.Json) {
      return schema;
    }
    ArrayNode any = JSON.arrayNode().add(schema);
    if (text) {
      any.add(JSON.objectNode().put("$ref", "#/$defs/" + ENVIRONMENT));
    }
    if (nullable) {
      any.add(JSON.objectNode().put("type", "null"));
    }
    return JSON.objectNode().set("anyOf", any);
  }

  /** Writes the schemas of records. */
  interface Records {
    ObjectNode list(Kind kind);

    ObjectNode one(Kind kind);
  }

  private static boolean collection(FieldType type) {
    return type instanceof FieldType.ListOf
        || type instanceof FieldType.MapOf
        || type instanceof FieldType.Records
        || type instanceof FieldType.Nested;
  }

  private static ObjectNode plain(FieldType type, Records records) {
    if (type instanceof FieldType.Text text) {
      return types("string", "number", "boolean").put("maxLength", text.maxLength());
    }
    if (type instanceof FieldType.Whole whole) {
      ObjectNode number = types("integer").put("minimum", whole.min()).put("maximum", whole.max());
      String digits = whole.grouped() ? "[1-9][0-9]*(?:_[0-9]+)*" : "[1-9][0-9]*";
      return anyOf(number, pattern("^[+-]?(?:0|" + digits + ")$"));
    }
    if (type instanceof FieldType.Decimal decimal) {
      BigDecimal end = BigDecimal.TEN.pow(decimal.precision() - decimal.scale());
      ObjectNode number = types("number");
      number.put("exclusiveMinimum", end.negate()).put("exclusiveMaximum", end);
      return anyOf(
          number, pattern("^[+-]?[0-9]*(?:\\.[0-9]{0," + Math.max(1, decimal.scale()) + "})?$"));
    }
    if (type instanceof FieldType.Real) {
      return anyOf(
          types("number"), pattern("^[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?\\d+)?$"));
    }
    if (type instanceof FieldType.Bool) {
      return anyOf(
          types("boolean"),
          JSON.objectNode().set("enum", JSON.arrayNode().add(0).add(1)),
          pattern("^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF|1|0)$"));
    }
    if (type instanceof FieldType.Choice choice) {
      ArrayNode values = JSON.arrayNode();
      choice.values().forEach(values::add);
      return JSON.objectNode().set("enum", values);
    }
    if (type instanceof FieldType.ListOf list) {
      ObjectNode array = JSON.objectNode().put("type", "array");
      if (list.distinct()) {
        array.put("uniqueItems", true);
      }
      return array.set("items", of(list.element(), false, records));
    }
    if (type instanceof FieldType.MapOf map) {
      return JSON.objectNode()
          .put("type", "object")
          .set("additionalProperties", of(map.value(), false, records));
    }
    if (type instanceof FieldType.Nested nested) {
      return records.one(nested.kind());
    }
    if (type instanceof FieldType.Records nested) {
      return records.list(nested.kind());
    }
    return texts(type);
  }

  private static ObjectNode texts(FieldType type) {
    if (type instanceof FieldType.Time) {
      return pattern(TIME);
    }
    if (type instanceof FieldType.Day) {
      return pattern(DAY);
    }
    if (type instanceof FieldType.CourseKeyText) {
      return pattern(COURSE).put("maxLength", 255);
    }
    if (type instanceof FieldType.UsageKeyText) {
      return pattern(USAGE).put("maxLength", 255);
    }
    return JSON.objectNode(); // Json: anything
  }

  private static ObjectNode pattern(String pattern) {
    return types("string").put("pattern", pattern);
  }

  private static ObjectNode types(String... names) {
    if (names.length == 1) {
      return JSON.objectNode().put("type", names[0]);
    }
    ArrayNode types = JSON.arrayNode();
    for (String name : names) {
      types.add(name);
    }
    return JSON.objectNode().set("type", types);
  }

  private static ObjectNode anyOf(JsonNode... schemas) {
    ArrayNode any = JSON.arrayNode();
    for (JsonNode schema : schemas) {
      any.add(schema);
    }
    return JSON.objectNode().set("anyOf", any);
  }
}
