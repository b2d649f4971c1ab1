package org.openedx.devdata.service.lms.people;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.util.List;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.Shown;
import org.openedx.devdata.spec.SpecRecord;

/** Text columns in which the platform keeps JSON, and fails on anything else. Stateless. */
public final class JsonTexts {

  private static final Rule OBJECT =
      new Rule(JsonNodeType.OBJECT, true, "an object, as {\"key\": \"value\"}");

  private static final Rule KEYS =
      new Rule(
          JsonNodeType.ARRAY, false, "a list of course keys, as [\"course-v1:ORG+COURSE+RUN\"]");

  private JsonTexts() {}

  /** Made when a spec has such a text: that takes long beside all other checks. */
  private static final class Reader {

    static final ObjectMapper JSON =
        JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // The platform's reader takes these, too.
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();
  }

  /**
   * A column's form.
   *
   * @param mayBeEmpty whether an empty text stands for an empty value
   */
  private record Rule(JsonNodeType type, boolean mayBeEmpty, String form) {

    boolean holds(String text) {
      if (text.isEmpty()) {
        return mayBeEmpty;
      }
      try {
        JsonNode value = Reader.JSON.readTree(text);
        return value.getNodeType() == type && (type == JsonNodeType.OBJECT || areTexts(value));
      } catch (JsonProcessingException e) {
        return false;
      }
    }

    private static boolean areTexts(JsonNode list) {
      return list.valueStream().allMatch(JsonNode::isTextual);
    }
  }

  /** Checks that a field of records, where it is, holds an object, or nothing. */
  public static void checkObjects(List<SpecRecord> records, String field, Problems problems) {
    check(records, field, OBJECT, problems);
  }

  /** Checks that a field of records, where it is, holds a list of course keys. */
  public static void checkKeys(List<SpecRecord> records, String field, Problems problems) {
    check(records, field, KEYS, problems);
  }

  private static void check(List<SpecRecord> records, String field, Rule rule, Problems problems) {
    for (SpecRecord record : records) {
      record
          .text(field)
          .filter(text -> !rule.holds(text))
          .ifPresent(
              text ->
                  problems.add(
                      record.positionOf(field),
                      "%s %s is not JSON of the form that the platform reads; write %s"
                          .formatted(field, Shown.quoted(text), rule.form())));
    }
  }
}
