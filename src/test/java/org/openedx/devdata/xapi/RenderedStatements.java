package org.openedx.devdata.xapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.bytes.Quoting;

/** Rendering of statements and their comparison with the expected files. */
abstract class RenderedStatements {

  private static final ObjectMapper JSON = new ObjectMapper();
  static final String SUBMITTED = "edx.special_exam.timed.attempt.submitted";

  static final String SEVERAL_QUESTIONS =
      "problem_check(server,multiple_questions,partial_correct)";

  final StatementRenderer renderer = new StatementRenderer(FixtureInputs.SETTINGS);

  void assertRendered(JsonNode expected, StatementData data) throws IOException {
    JsonNode made = render(data);
    assertThat(made.equals(withDecimalScores(expected)))
        .as("made %s%nexpected %s", made, expected)
        .isTrue();
  }

  /**
   * Four files have whole numbers in their scores, which Python takes for equal to the decimal
   * fractions that are really sent. All other numbers must be of the file's own type.
   */
  static JsonNode withDecimalScores(JsonNode file) {
    JsonNode copy = file.deepCopy();
    if (copy.at("/result/score") instanceof ObjectNode score) {
      score.fieldNames().forEachRemaining(key -> score.put(key, score.get(key).doubleValue()));
    }
    return copy;
  }

  JsonNode render(StatementData data) throws IOException {
    OutputBytes out = new OutputBytes(16);
    renderer.identify(data);
    renderer.render(data, Quoting.PLAIN, out);
    return JSON.readTree(out.toString());
  }
}
