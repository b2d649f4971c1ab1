package org.openedx.devdata.service.lms.state.module;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Fields of user state whose values the platform's blocks convert when they read them: a value that
 * does not fit keeps the block from opening. Fields that are not here take anything. Stateless.
 */
final class BlockFields {

  /** Values that a field takes besides null. */
  private enum Shape {
    WHOLE("a whole number", value -> isNumber(value, "[+-]?\\d+(?:_\\d+)*")),
    NUMBER("a number", value -> isNumber(value, "[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?")),
    OBJECT("a mapping", JsonNode::isObject),
    LIST("a list", JsonNode::isArray),
    CORRECTNESS(
        "a mapping from input to its result",
        value ->
            value.isObject()
                && (all(value, JsonNode::isObject) || all(value, JsonNode::isTextual))),
    POINTS("{raw_earned: .., raw_possible: ..}, earned from 0 to possible", Shape::isScore),
    ALL_POINTS(
        "a list of {raw_earned: .., raw_possible: ..}, earned from 0 to possible",
        value -> value.isArray() && all(value, Shape::isScore)),
    TIME(
        "a time such as \"2026-03-01T10:15:30Z\"",
        value -> value.isTextual() && ISO_TIME.matcher(value.textValue()).matches()),
    SECONDS(
        "HH:MM:SS, or seconds",
        value ->
            value.isNumber() || value.isTextual() && DURATION.matcher(value.textValue()).matches());

    private final String words;
    private final Predicate<JsonNode> fits;

    Shape(String words, Predicate<JsonNode> fits) {
      this.words = words;
      this.fits = fits;
    }

    private static boolean isNumber(JsonNode value, String form) {
      return value.isNumber()
          || value.isTextual()
              && (value.textValue().isEmpty() || value.textValue().strip().matches(form));
    }

    private static boolean all(JsonNode values, Predicate<JsonNode> fits) {
      boolean all = true;
      for (JsonNode value : values) {
        all &= fits.test(value);
      }
      return all;
    }

    private static boolean isScore(JsonNode value) {
      JsonNode earned = value.path("raw_earned");
      JsonNode possible = value.path("raw_possible");
      return value.size() == 2
          && earned.isNumber()
          && possible.isNumber()
          && earned.doubleValue() >= 0
          && earned.doubleValue() <= possible.doubleValue();
    }
  }

  private static final Pattern ISO_TIME =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\d(?:[T ]\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?(?:Z|[+-]\\d\\d:?\\d\\d)?)?");

  private static final Pattern DURATION = Pattern.compile("(?:[01]?\\d|2[0-3]):[0-5]\\d:[0-5]\\d");

  private static final Map<String, Shape> POSITION = Map.of("position", Shape.WHOLE);

  private static final Map<String, Map<String, Shape>> FIELDS =
      Map.of(
          "problem",
          Map.ofEntries(
              Map.entry("attempts", Shape.WHOLE),
              Map.entry("seed", Shape.WHOLE),
              Map.entry("input_state", Shape.OBJECT),
              Map.entry("student_answers", Shape.OBJECT),
              Map.entry("student_answers_history", Shape.LIST),
              Map.entry("correct_map", Shape.CORRECTNESS),
              Map.entry("correct_map_history", Shape.LIST),
              Map.entry("score", Shape.POINTS),
              Map.entry("score_history", Shape.ALL_POINTS),
              Map.entry("last_submission_time", Shape.TIME)),
          "video",
          Map.of("saved_video_position", Shape.SECONDS, "speed", Shape.NUMBER),
          "word_cloud",
          Map.of("student_words", Shape.LIST),
          "lti",
          Map.of("module_score", Shape.NUMBER),
          "course",
          POSITION,
          "chapter",
          POSITION,
          "sequential",
          POSITION);

  private BlockFields() {}

  /** Problems of a state for a block of a type: a sentence for each field that it cannot read. */
  static List<String> problemsOf(String type, ObjectNode state) {
    List<String> problems = new ArrayList<>();
    FIELDS
        .getOrDefault(type, Map.of())
        .forEach(
            (field, shape) -> {
              JsonNode value = state.get(field);
              if (value != null && !value.isNull() && !shape.fits.test(value)) {
                problems.add(
                    "field '%s' of the state must be %s, not %s; a block of type '%s' cannot be opened with it"
                        .formatted(field, shape.words, StudentModuleChecks.shown(value), type));
              }
            });
    problems.sort(null);
    return problems;
  }
}
