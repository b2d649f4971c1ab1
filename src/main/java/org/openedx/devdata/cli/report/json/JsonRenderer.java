package org.openedx.devdata.cli.report.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.TreeNode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Results as programs read them: a record becomes an object with a member for each component. Times
 * are numbers of seconds, moments ISO 8601 in UTC, constants words in lower case. {@link Many} are
 * written as they come. Stateless.
 */
public final class JsonRenderer {

  private static final JsonFactory COMPACT = new JsonFactory();
  private static final ObjectMapper TREES = new ObjectMapper();

  private JsonRenderer() {}

  /** Writes a result as a document with a line end, and hands it over. */
  public static void document(PrintWriter out, Record result) {
    content(out, result);
    JsonLayout.end(out);
  }

  /** Writes a result as a document without an end. */
  public static void content(Writer out, Record result) {
    try (JsonGenerator json = JsonLayout.to(out)) {
      record(json, result);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a tree as a document with a line end, and hands it over. */
  public static void tree(PrintWriter out, TreeNode tree) {
    try (JsonGenerator json = JsonLayout.to(out)) {
      TREES.writeTree(json, tree);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    JsonLayout.end(out);
  }

  /** A result as a tree, for formats that write it themselves; its members are plain values. */
  public static ObjectNode flat(Record result) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    for (Member member : Member.of(result.getClass())) {
      Object value = member.valueIn(result);
      if (value instanceof JsonNode node) {
        tree.set(member.name(), node);
      } else if (value != null || !member.leftOut()) {
        tree.put(member.name(), value == null ? null : text(value));
      }
    }
    return tree;
  }

  private static void record(JsonGenerator json, Record result) throws IOException {
    json.writeStartObject();
    for (Member member : Member.of(result.getClass())) {
      Object value = member.valueIn(result);
      if (value != null || !member.leftOut()) {
        json.writeFieldName(member.name());
        value(json, value);
      }
    }
    json.writeEndObject();
  }

  private static void inOneLine(JsonGenerator json, Record result) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator line = COMPACT.createGenerator(text)) {
      record(line, result);
    }
    json.writeRawValue(text.toString());
  }

  private static void value(JsonGenerator json, Object value) throws IOException {
    if (value instanceof Record result) {
      if (result.getClass().isAnnotationPresent(OneLine.class)) {
        inOneLine(json, result);
      } else {
        record(json, result);
      }
    } else if (value instanceof List<?> values) {
      list(json, values::forEach);
    } else if (value instanceof Many<?> values) {
      list(json, values);
    } else if (value instanceof Map<?, ?> values) {
      json.writeStartObject();
      for (Map.Entry<?, ?> entry : values.entrySet()) {
        json.writeFieldName((String) entry.getKey());
        value(json, entry.getValue());
      }
      json.writeEndObject();
    } else if (value instanceof TreeNode tree) {
      TREES.writeTree(json, tree);
    } else {
      scalar(json, value);
    }
  }

  private static <T> void list(JsonGenerator json, Many<T> values) throws IOException {
    json.writeStartArray();
    values.forEach(
        value -> {
          try {
            value(json, value);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    json.writeEndArray();
  }

  private static void scalar(JsonGenerator json, Object value) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof Boolean is) {
      json.writeBoolean(is);
    } else if (value instanceof Long || value instanceof Integer) {
      json.writeNumber(((Number) value).longValue());
    } else if (value instanceof Double number) {
      json.writeNumber(number);
    } else if (value instanceof BigDecimal number) {
      json.writeNumber(number.toPlainString());
    } else if (value instanceof Duration time) {
      json.writeNumber(time.toMillis() / 1000.0);
    } else {
      json.writeString(text(value));
    }
  }

  private static String text(Object value) {
    if (value instanceof Enum<?> constant) {
      return constant.name().toLowerCase(Locale.ROOT);
    }
    if (value instanceof String || value instanceof Path || value instanceof Instant) {
      return value.toString();
    }
    throw new IllegalArgumentException("a result cannot hold a " + value.getClass());
  }
}
