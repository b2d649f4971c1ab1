package org.openedx.devdata.service.lms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.util.List;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.Shown;
import org.openedx.devdata.spec.SpecRecord;

/** Text columns in which the platform keeps JSON, and fails on anything else. Stateless. */
final class JsonTexts {

  private static final List<Rule> RULES =
      List.of(
          new Rule(
              "users", "meta", JsonNodeType.OBJECT, true, "an object, as {\"key\": \"value\"}"),
          new Rule(
              "courses",
              "_pre_requisite_courses_json",
              JsonNodeType.ARRAY,
              false,
              "a list of course keys, as [\"course-v1:ORG+COURSE+RUN\"]"));

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
  private record Rule(
      String kind, String field, JsonNodeType type, boolean mayBeEmpty, String form) {

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

  static void check(ServiceSpec spec, Problems problems) {
    for (Rule rule : RULES) {
      for (SpecRecord record : spec.of(rule.kind())) {
        record
            .text(rule.field())
            .filter(text -> !rule.holds(text))
            .ifPresent(
                text ->
                    problems.add(
                        record.positionOf(rule.field()),
                        "%s %s is not JSON of the form that the platform reads; write %s"
                            .formatted(rule.field(), Shown.quoted(text), rule.form())));
      }
    }
  }
}
