package org.openedx.devdata.service.lms.state.problem;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.openedx.devdata.spec.SpecRecord;

/**
 * Ids of a problem's inputs: what the platform calls the block in pages, the number of the response
 * (from 2) and of the input in it (from 1). Stateless.
 */
final class InputIds {

  private static final String ONLY_INPUT = "2_1";

  /** With what some kinds of input add to it, such as {@code 2_1_dynamath}. */
  private static final Pattern NUMBERS =
      Pattern.compile("(?:[2-9]|[1-9][0-9]+)_[1-9][0-9]*(?:_.+)?");

  private InputIds() {}

  /**
   * The full id of an input: {@code 2_1} becomes {@code block_2_1}; empty when it is neither a full
   * id nor the numbers of one.
   *
   * @param block what ids of the block's inputs begin with
   */
  static Optional<String> of(String block, String written) {
    String prefix = block + "_";
    if (written.startsWith(prefix)
        && NUMBERS.matcher(written.substring(prefix.length())).matches()) {
      return Optional.of(written);
    }
    String numbers = written.startsWith("_") ? written.substring(1) : written;
    return NUMBERS.matcher(numbers).matches() ? Optional.of(prefix + numbers) : Optional.empty();
  }

  /** Full ids of all inputs that any attempt names; one when none does. */
  static Set<String> named(List<SpecRecord> attempts, String block) {
    Set<String> inputs = new LinkedHashSet<>();
    for (SpecRecord attempt : attempts) {
      for (String field : List.of("answers", "correct")) {
        attempt
            .get(field, JsonNode.class)
            .filter(JsonNode::isObject)
            .ifPresent(
                map ->
                    map.fieldNames()
                        .forEachRemaining(input -> of(block, input).ifPresent(inputs::add)));
      }
    }
    if (inputs.isEmpty()) {
      inputs.add(block + "_" + ONLY_INPUT);
    }
    return inputs;
  }

  /** Part of a field for an input: its entry in a mapping, or the value for all of them. */
  static Optional<JsonNode> part(SpecRecord attempt, String field, String block, String input) {
    Optional<JsonNode> given = attempt.get(field, JsonNode.class);
    if (given.isEmpty() || !given.get().isObject()) {
      return given;
    }
    return given.get().properties().stream()
        .filter(entry -> of(block, entry.getKey()).filter(input::equals).isPresent())
        .findFirst()
        .map(java.util.Map.Entry::getValue);
  }
}
