package org.openedx.devdata.keep.snapshot;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;

/** Manifests and their details as JSON: records by the names of their components. Stateless. */
public final class ManifestJson {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .visibility(PropertyAccessor.GETTER, Visibility.NONE)
          .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
          .visibility(PropertyAccessor.FIELD, Visibility.ANY)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private ManifestJson() {}

  /** The details of a part as a tree. */
  public static JsonNode tree(Record details) {
    return MAPPER.valueToTree(details);
  }

  /** The details of a part as a record of its kind's. */
  public static <T extends Record> T details(SavedPart part, Class<T> type) {
    return MAPPER.convertValue(part.details(), type);
  }

  static byte[] bytes(Record value) throws IOException {
    return MAPPER.writeValueAsBytes(value);
  }

  /**
   * Reads a manifest.
   *
   * @param where the snapshot, for messages
   * @throws SnapshotException when a later devdata has written it
   */
  static Manifest read(InputStream in, String where) throws IOException {
    JsonNode tree = MAPPER.readTree(in);
    int format = tree.path("format").asInt();
    if (format < 1 || format > Manifest.FORMAT) {
      throw new SnapshotException(
          "%s has format %s, and this devdata reads formats up to %d; use a later devdata"
              .formatted(where, tree.path("format").asText("none"), Manifest.FORMAT));
    }
    return MAPPER.treeToValue(tree, Manifest.class);
  }

  static <T extends Record> T read(byte[] json, Class<T> type) throws IOException {
    return MAPPER.readValue(json, type);
  }
}
