package org.openedx.devdata.spec.describe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.series.SeriesKeys;

/** JSON Schema of records that stand for many. Stateless. */
final class SeriesSchema {

  /** Names under which documents define values that differ from record to record. */
  private static final String VALUE = "value_of_each";

  private static final String PLACEHOLDER = "placeholder";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private SeriesSchema() {}

  /** Adds the definitions that {@link #of} refers to. */
  static void define(ObjectNode definitions) {
    definitions
        .putObject(PLACEHOLDER)
        .put("description", "A text with placeholders: {i} is the record's number.")
        .put("type", "string")
        .put("pattern", "\\{");
    ObjectNode value = definitions.putObject(VALUE).put("type", "object");
    ObjectNode properties = value.putObject("properties");
    SeriesKeys.VALUES.forEach(
        (key, summary) -> properties.putObject(key).put("description", summary));
    value.put("minProperties", 1).put("maxProperties", 1).put("additionalProperties", false);
  }

  /**
   * A record, or one that stands for many.
   *
   * @param record the schema of a record that stands for itself
   */
  static ObjectNode of(Kind kind, ObjectNode record) {
    ObjectNode series = JSON.objectNode().put("type", "object");
    ObjectNode properties = series.putObject("properties");
    ArrayNode sources = JSON.arrayNode();
    for (String key : SeriesKeys.SOURCES) {
      if (kind.indexOf(key) < 0) {
        sources.addObject().putArray("required").add(key);
      }
    }
    if (sources.isEmpty()) {
      return record;
    }
    keys(properties, kind);
    record
        .get("properties")
        .properties()
        .forEach(
            it -> {
              int field = kind.indexOf(it.getKey());
              properties.set(
                  it.getKey(), value((ObjectNode) it.getValue(), kind.fields().get(field)));
            });
    series.put("additionalProperties", false);
    ObjectNode either = JSON.objectNode();
    either.putObject("if").set("anyOf", sources);
    either.set("then", series);
    either.set("else", record);
    return either;
  }

  private static void keys(ObjectNode properties, Kind kind) {
    SeriesKeys.KEYS_OF_RECORDS.forEach(
        (key, summary) -> {
          if (kind.indexOf(key) < 0) {
            properties.putObject(key).put("description", summary);
          }
        });
  }

  /** Schema of a value that may differ; no schema looks into collections whose parts do. */
  private static ObjectNode value(ObjectNode schema, Field field) {
    if (!field.forbidden().isEmpty()) {
      return schema;
    }
    ObjectNode any = JSON.objectNode();
    if (schema.has("description")) {
      any.set("description", schema.get("description"));
    }
    if (isCollection(field.type())) {
      return any;
    }
    ArrayNode ways = any.putArray("anyOf");
    ways.add(schema);
    ways.addObject().put("$ref", "#/$defs/" + PLACEHOLDER);
    ways.addObject().put("$ref", "#/$defs/" + VALUE);
    return any;
  }

  private static boolean isCollection(FieldType type) {
    return type instanceof FieldType.Json
        || type instanceof FieldType.ListOf
        || type instanceof FieldType.MapOf
        || type instanceof FieldType.Records
        || type instanceof FieldType.Nested;
  }
}
