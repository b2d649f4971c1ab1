package org.openedx.devdata.xapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openedx.devdata.xapi.FixtureInputs.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openedx.devdata.bytes.JsonText;

/** Statements of problems and their answers. */
class ProblemRendererTest extends RenderedStatements {

  private static final String FIRST_QUESTION = "/1/object/definition/description";

  @ParameterizedTest
  @CsvSource({
    "problem_check(server), SERVER_PROBLEM_CHECK",
    "problem_check(server)_no_response_type, SERVER_PROBLEM_CHECK_UNTYPED",
  })
  void rendersAnEvaluatedAnswer(String file, StatementType type) throws IOException {
    JsonNode expected = Fixtures.read(file);
    StatementData data = FixtureInputs.of(type, expected);
    data.number = 10;
    data.max = 1;
    data.kind = JsonText.of("choice");
    data.text =
        type == StatementType.SERVER_PROBLEM_CHECK
            ? JsonText.of("Add the question text, or prompt, here. This text is required.")
            : JsonText.of("Checkboxes");
    data.otherText = text(expected, "/result/response");
    assertRendered(expected, data);
  }

  @Test
  void rendersAProblemOfSeveralQuestionsInTheLiveForm() throws IOException {
    JsonNode file = Fixtures.read(SEVERAL_QUESTIONS);
    ObjectNode expected = (ObjectNode) liveForm(withDecimalScores(file.get(0)), 3);
    definition(expected.at("/object")).remove("name");
    definition(expected.at("/object")).set("description", file.at(FIRST_QUESTION));
    ((ObjectNode) expected.get("result")).put("response", "blue").put("success", true);
    StatementData data = FixtureInputs.of(StatementType.MULTI_QUESTION_PROBLEM_CHECK, file.get(0));
    data.number = 3;
    data.raw = 2;
    data.max = 3;
    data.success = true;
    data.parentText = text(file, FIRST_QUESTION + "/en-US");
    data.otherText = JsonText.of("blue");
    assertRendered(expected, data);

    assertThat(file).hasSize(4);
    data.type = StatementType.QUESTION_CHECK;
    for (int child = 1; child < file.size(); child++) {
      JsonNode question = liveForm(file.get(child), 3);
      ((ArrayNode) question.at("/context/contextActivities/parent")).set(0, expected.get("object"));
      String id = question.at("/object/id").asText();
      data.otherNumber = Integer.parseInt(id.replaceAll(".*_([0-9]+)_1", "$1"));
      data.kind = text(question, "/object/definition/interactionType");
      data.text = text(question, "/object/definition/description/en-US");
      data.otherText = text(question, "/result/response");
      data.success = question.at("/result/success").booleanValue();
      assertRendered(question, data);
    }
  }

  /** With the attempt number, which the event of the file lacks and every live one has. */
  private static JsonNode liveForm(JsonNode file, int attempt) {
    JsonNode copy = file.deepCopy();
    definition(copy.get("object")).putObject("extensions").put(Extensions.ATTEMPT_ID, attempt);
    return copy;
  }

  private static ObjectNode definition(JsonNode activity) {
    return (ObjectNode) activity.get("definition");
  }

  @Test
  void aCompletedProblemIsNamedByItsBareKey() throws IOException {
    JsonNode browser = Fixtures.read("problem_check(browser)");
    StatementData data = FixtureInputs.of(StatementType.PROBLEM_COMPLETED, browser);
    JsonNode made = render(data);
    ObjectNode object = (ObjectNode) browser.get("object").deepCopy();
    object.put("id", object.get("id").asText().replaceAll(".*/xblock/", ""));
    definition(object).remove("interactionType");
    assertThat(made.get("object")).isEqualTo(object);
    assertThat(made.at("/verb/id").asText()).endsWith("/verbs/completed");
    assertThat(made.has("result")).isFalse();
  }

  @Test
  void leavesOutAnAttemptNumberOfZero() throws IOException {
    JsonNode expected = Fixtures.read("problem_check(server)");
    StatementData data = FixtureInputs.of(StatementType.SERVER_PROBLEM_CHECK, expected);
    data.number = 0;
    data.kind = JsonText.of("choice");
    data.text = JsonText.of("?");
    data.otherText = JsonText.of("!");
    assertThat(render(data).at("/object/definition/extensions")).isEmpty();
  }
}
