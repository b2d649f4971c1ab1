package org.openedx.devdata.spec.describe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.ServiceDescriptor;
import org.openedx.devdata.spec.load.SpecFormat;

/**
 * Writes JSON Schema (2020-12) for spec files, so that editors complete and check them. A schema
 * says less than the reader: it knows no duplicates, no calendar, no references. Stateless.
 *
 * <p>The same content has the same bytes: properties come in the order of the descriptors.
 */
public final class SchemaWriter {

  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final SchemaTypes.Records RECORDS =
      new SchemaTypes.Records() {
        @Override
        public ObjectNode list(Kind kind) {
          return kindList(kind);
        }

        @Override
        public ObjectNode one(Kind kind) {
          return record(kind);
        }
      };

  /** The schema of a service's spec. */
  public ObjectNode service(ServiceDescriptor descriptor) {
    ObjectNode schema = document("Spec of " + descriptor.ida(), descriptor.summary());
    ObjectNode properties = schema.putObject("properties");
    ArrayNode rules = JSON.arrayNode();
    for (Kind kind : descriptor.kinds()) {
      property(properties, rules, kind.name(), kind.aliases(), topList(kind));
    }
    if (!descriptor.kinds().isEmpty()) {
      SeriesSchema.define((ObjectNode) schema.get("$defs"));
    }
    for (Field field : descriptor.settings()) {
      property(properties, rules, field.name(), field.aliases(), field(field));
    }
    required(schema, rules, descriptor.settings());
    freeKeys(schema);
    rules(schema, rules);
    return schema;
  }

  /** The schema of top-level specs, for the given services. */
  public ObjectNode topLevel(Collection<ServiceDescriptor> services) {
    ObjectNode schema = document("Top-level spec", "Which spec files to load, in which order.");
    schema.remove("type");
    ObjectNode item = record(SpecFormat.SERVICES);
    ArrayNode idas = JSON.arrayNode();
    services.forEach(service -> idas.add(service.ida()));
    for (String key : List.of("ida", "ida_name")) {
      ObjectNode ida = (ObjectNode) item.get("properties").get(key);
      ida.remove("anyOf");
      ida.set("enum", idas);
    }
    ObjectNode list = JSON.objectNode().put("type", "array");
    list.put("minItems", 1).set("items", item);
    ObjectNode mapping = JSON.objectNode().put("type", "object");
    ObjectNode properties = mapping.putObject("properties");
    properties.putObject("version").put("description", "Version of the format.").put("const", 1);
    properties
        .putObject("name")
        .put("description", SpecFormat.NAME)
        .put("type", "string")
        .put("minLength", 1)
        .put("maxLength", SpecFormat.LONGEST_NAME);
    properties.set("services", list.deepCopy().put("description", SpecFormat.SERVICES.summary()));
    ObjectNode targets = properties.putObject("targets").put("description", SpecFormat.TARGETS);
    targets
        .put("type", "object")
        .putObject("additionalProperties")
        .put("type", "object")
        .set("additionalProperties", record(SpecFormat.CONNECTION));
    mapping.putArray("required").add("version").add("services");
    freeKeys(mapping);
    schema.putArray("oneOf").add(list).add(mapping);
    return schema;
  }

  private static ObjectNode document(String title, String summary) {
    ObjectNode schema = JSON.objectNode();
    schema.put("$schema", DIALECT).put("title", title).put("description", summary);
    schema.put("type", "object");
    schema.putObject("$defs").set(SchemaTypes.ENVIRONMENT, SchemaTypes.environment());
    return schema;
  }

  /** A list of records; a key with nothing behind it is an empty list. */
  private static ObjectNode kindList(Kind kind) {
    ObjectNode list = JSON.objectNode().put("description", kind.summary());
    list.putArray("type").add("array").add("null");
    return list.set("items", record(kind));
  }

  /** A list of the top of a file, in which a record may stand for many. */
  private static ObjectNode topList(Kind kind) {
    ObjectNode list = kindList(kind);
    return list.set("items", SeriesSchema.of(kind, (ObjectNode) list.get("items")));
  }

  private static ObjectNode record(Kind kind) {
    ObjectNode record = JSON.objectNode().put("type", "object");
    ObjectNode properties = record.putObject("properties");
    ArrayNode rules = JSON.arrayNode();
    for (Field field : kind.fields()) {
      if (!properties.has(field.name())) {
        property(properties, rules, field.name(), field.aliases(), field(field));
      }
    }
    required(record, rules, kind.fields());
    record.put("additionalProperties", false);
    rules(record, rules);
    return record;
  }

  private static ObjectNode field(Field field) {
    if (!field.forbidden().isEmpty()) {
      ObjectNode never = JSON.objectNode().put("description", "Not allowed: " + field.forbidden());
      never.putObject("not");
      return never;
    }
    ObjectNode schema = JSON.objectNode().put("description", field.summary());
    if (!field.defaultText().isEmpty()) {
      schema.put("description", field.summary() + " Default: " + TypeWords.defaultOf(field) + ".");
    }
    schema.setAll(SchemaTypes.of(field.type(), field.nullable(), RECORDS));
    JsonNode value = defaultValue(field);
    return value.isMissingNode() ? schema : schema.set("default", value);
  }

  /** The default as a value, where the descriptor's words for people are one. */
  private static JsonNode defaultValue(Field field) {
    String text = TypeWords.defaultOf(field);
    if (field.type() instanceof FieldType.Bool && text.matches("true|false")) {
      return JSON.booleanNode(Boolean.parseBoolean(text));
    }
    if (field.type() instanceof FieldType.Whole && text.matches("-?\\d{1,18}")) {
      return JSON.numberNode(Long.parseLong(text));
    }
    if (field.type() instanceof FieldType.Choice choice && choice.values().contains(text)) {
      return JSON.textNode(text);
    }
    return MissingNode.getInstance();
  }

  /** A key and its other spellings, of which only one may be there. */
  private static void property(
      ObjectNode properties,
      ArrayNode rules,
      String name,
      List<String> aliases,
      ObjectNode schema) {
    properties.set(name, schema);
    List<String> spellings = new ArrayList<>(List.of(name));
    for (String alias : aliases) {
      if (!properties.has(alias)) {
        properties.set(alias, schema.deepCopy().put("description", "The same as " + name + "."));
        spellings.add(alias);
      }
    }
    for (int first = 0; first < spellings.size(); first++) {
      for (int second = first + 1; second < spellings.size(); second++) {
        ObjectNode both = JSON.objectNode();
        both.putArray("required").add(spellings.get(first)).add(spellings.get(second));
        rules.add(JSON.objectNode().set("not", both));
      }
    }
  }

  private static void required(ObjectNode schema, ArrayNode rules, List<Field> fields) {
    ArrayNode plain = JSON.arrayNode();
    for (Field field : fields) {
      if (field.required() && field.aliases().isEmpty()) {
        plain.add(field.name());
      } else if (field.required()) {
        ObjectNode any = JSON.objectNode();
        ArrayNode spellings = any.putArray("anyOf");
        spellings.addObject().putArray("required").add(field.name());
        field.aliases().forEach(it -> spellings.addObject().putArray("required").add(it));
        rules.add(any);
      }
    }
    if (!plain.isEmpty()) {
      schema.set("required", plain);
    }
  }

  private static void freeKeys(ObjectNode schema) {
    schema.putObject("patternProperties").putObject("^x-").put("description", "For anchors.");
    schema.put("additionalProperties", false);
  }

  private static void rules(ObjectNode schema, ArrayNode rules) {
    if (!rules.isEmpty()) {
      schema.set("allOf", rules);
    }
  }
}
