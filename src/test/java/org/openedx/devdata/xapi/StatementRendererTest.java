package org.openedx.devdata.xapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openedx.devdata.xapi.FixtureInputs.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openedx.devdata.bytes.JsonText;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.bytes.Quoting;
import org.openedx.devdata.opaquekeys.CourseKey;

class StatementRendererTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String OUTLINE = "edx.ui.lms.outline.selected";
  private static final String SUBMITTED = "edx.special_exam.timed.attempt.submitted";
  private static final String COMPLETION = "edx.completion.block_completion.changed";
  private static final String SEVERAL_QUESTIONS =
      "problem_check(server,multiple_questions,partial_correct)";
  private static final String FIRST_QUESTION = "/1/object/definition/description";

  private final StatementRenderer renderer = new StatementRenderer(FixtureInputs.SETTINGS);

  @ParameterizedTest
  @CsvSource({
    "edx.course.grade.now_failed, NOW_FAILED",
    "edx.course.grade.passed.first_time, FIRST_TIME_PASSED",
    "edx.forum.comment.edited, COMMENT_EDITED",
    "edx.forum.response.deleted, RESPONSE_DELETED",
    "edx.problem.hint.demandhint_displayed, SHOW_HINT",
    "edx.ui.lms.link_clicked, LINK_CLICKED",
    "load_video, LOADED_VIDEO",
    "problem_check(browser), BROWSER_PROBLEM_CHECK",
    "showanswer, SHOW_ANSWER",
  })
  void rendersTheExpectedStatementOfATypeWithoutOwnInputs(String file, StatementType type)
      throws IOException {
    JsonNode expected = Fixtures.read(file);
    assertRendered(expected, FixtureInputs.of(type, expected));
  }

  @ParameterizedTest
  @CsvSource({
    "edx.course.enrollment.activated, REGISTERED",
    "edx.course.enrollment.deactivated, UNREGISTERED",
  })
  void rendersEnrolmentsWithTheirMode(String file, StatementType type) throws IOException {
    JsonNode expected = Fixtures.read(file);
    StatementData data = FixtureInputs.of(type, expected);
    data.text = JsonText.of("audit");
    assertRendered(expected, data);
  }

  @ParameterizedTest
  @CsvSource({
    "play_video, PLAYED_VIDEO, 195000, 33, 0",
    "play_video.ccx, PLAYED_VIDEO, 195000, 33, 0",
    "pause_video, PAUSED_VIDEO, 195000, 194407, 0",
    "complete_video, COMPLETED_VIDEO, 195000, 0, 0",
    "seek_video, POSITION_CHANGED_VIDEO, 195000, 194381, 10000",
    "hide_transcript, TRANSCRIPT_DISABLED, 194000, 16634, 0",
    "edx.video.closed_captions.shown, TRANSCRIPT_ENABLED, 194000, 19134, 0",
    "speed_change_video, SPEED_CHANGED_VIDEO, 194000, 0, 0",
  })
  void rendersVideoStatementsWithTheirPositions(
      String file, StatementType type, int length, int position, int otherPosition)
      throws IOException {
    JsonNode expected = Fixtures.read(file);
    StatementData data = FixtureInputs.of(type, expected);
    data.length = length;
    data.position = position;
    data.otherPosition = otherPosition;
    data.speedFrom = 100;
    data.speedTo = 125;
    assertRendered(expected, data);
  }

  @ParameterizedTest
  @CsvSource({
    "edx.grades.course.grade_calculated_letter_grade, COURSE_GRADE_CALCULATED, 100, 100, true",
    "edx.grades.subsection.grade_calculated, SUBSECTION_GRADE_CALCULATED, 3, 3, true",
    "edx.grades.problem.submitted, PROBLEM_SUBMITTED, 0, 1, false",
  })
  void rendersGradesWithTheirScores(
      String file, StatementType type, int raw, int max, boolean success) throws IOException {
    JsonNode expected = Fixtures.read(file);
    StatementData data = FixtureInputs.of(type, expected);
    data.raw = raw;
    data.max = max;
    data.success = success;
    data.text = JsonText.of("Pass");
    assertRendered(expected, data);
  }

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

  @ParameterizedTest
  @CsvSource({
    "edx.ui.lms.sequence.next_selected, NEXT_NAVIGATION",
    "edx.ui.lms.sequence.tab_selected, TAB_SELECTED_NAVIGATION",
  })
  void rendersNavigationWithWholeNumbers(String file, StatementType type) throws IOException {
    JsonNode expected = Fixtures.read(file);
    StatementData data = FixtureInputs.of(type, expected);
    data.number = 4;
    data.otherNumber = 8;
    data.total = 10;
    assertRendered(expected, data);
  }

  @Test
  void rendersAnOutlineLinkWithItsName() throws IOException {
    JsonNode expected = Fixtures.read(OUTLINE);
    StatementData data = FixtureInputs.of(StatementType.OUTLINE_SELECTED, expected);
    data.text = JsonText.of("Lesson 3 - Be Social");
    assertRendered(expected, data);
  }

  @ParameterizedTest
  @CsvSource({
    "edx.forum.thread.created, POST_CREATED, discussion, threads",
    "edx.forum.thread.reported, THREAD_REPORTED, , threads",
    "edx.forum.thread.unreported, THREAD_UNREPORTED, , threads",
    "edx.forum.thread.viewed, THREAD_VIEWED, , comments",
    "edx.forum.response.voted, RESPONSE_VOTED, up, comments",
  })
  void rendersForumStatements(String file, StatementType type, String kind, String path)
      throws IOException {
    JsonNode expected = Fixtures.read(file);
    StatementData data = FixtureInputs.of(type, expected);
    data.text = text(expected, "/object/definition/name/en");
    data.otherText = JsonText.of(path);
    data.kind = kind == null ? null : JsonText.of(kind);
    assertRendered(expected, data);
  }

  @ParameterizedTest
  @CsvSource({
    "edx.forum.response.created, RESPONSE_CREATED, 64b7b2be, e68f35003369092d",
    "edx.forum.comment.created, COMMENT_CREATED, 64d1df08, 87e82a002b35a6f7",
  })
  void groupsRepliesUnderTheirThread(String file, StatementType type, String high, String low)
      throws IOException {
    JsonNode expected = Fixtures.read(file);
    StatementData data = FixtureInputs.of(type, expected);
    data.referenceHigh = Long.parseUnsignedLong(high, 16);
    data.referenceLow = Long.parseUnsignedLong(low, 16);
    assertRendered(expected, data);
  }

  @ParameterizedTest
  @CsvSource({
    "edx.special_exam.practice.attempt.created, PRACTICE_EXAM_CREATED",
    "edx.special_exam.timed.attempt.created, TIMED_EXAM_CREATED",
  })
  void rendersExamsThatStart(String file, StatementType type) throws IOException {
    JsonNode expected = Fixtures.read(file);
    StatementData data = FixtureInputs.of(type, expected);
    FixtureInputs.attempt(expected, data);
    assertRendered(expected, data);
  }

  @Test
  void rendersTheTimesOfAnExamThatEnded() throws IOException {
    JsonNode expected = Fixtures.read(SUBMITTED);
    StatementData data = FixtureInputs.of(StatementType.TIMED_EXAM_SUBMITTED, expected);
    FixtureInputs.attempt(expected, data);
    data.startedMicros = FixtureInputs.micros("2023-09-08T15:58:04.838598+00:00");
    data.finishedMicros = FixtureInputs.micros("2023-09-08T16:20:53.577698+00:00");
    data.takenMicros = 1_368_765_700L;
    assertRendered(expected, data);
  }

  @Test
  void rendersCompletionOfABlock() throws IOException {
    ObjectNode expected = (ObjectNode) Fixtures.read(COMPLETION);
    StatementData data = FixtureInputs.of(StatementType.BLOCK_COMPLETED, expected);
    data.kind = JsonText.of("problem");
    data.success = true;
    ObjectNode made = (ObjectNode) render(data);
    // The file's id was made from a time text that ends in Z; StatementIdsTest has that one.
    made.remove("id");
    expected.remove("id");
    assertThat(made).isEqualTo(expected);
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
  void everyExpectedStatementIsCompared() throws IOException {
    List<String> compared =
        new ArrayList<>(List.of(OUTLINE, SUBMITTED, COMPLETION, SEVERAL_QUESTIONS));
    for (Method test : StatementRendererTest.class.getDeclaredMethods()) {
      CsvSource source = test.getAnnotation(CsvSource.class);
      if (source != null) {
        Arrays.stream(source.value()).map(line -> line.split(",")[0]).forEach(compared::add);
      }
    }
    assertThat(compared).containsExactlyInAnyOrderElementsOf(Fixtures.names());
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

  @Test
  void doublesQuotationMarksForCsv() throws IOException {
    JsonNode expected = Fixtures.read("problem_check(server)");
    StatementData data = FixtureInputs.of(StatementType.SERVER_PROBLEM_CHECK, expected);
    data.kind = JsonText.of("choice");
    data.text = JsonText.of("Say \"caj\u00f3n\"");
    data.otherText = text(expected, "/result/response");
    OutputBytes plain = new OutputBytes(16);
    OutputBytes csv = new OutputBytes(16);
    renderer.identify(data);
    renderer.render(data, Quoting.PLAIN, plain);
    renderer.render(data, Quoting.CSV, csv);
    assertThat(csv).hasToString(plain.toString().replace("\"", "\"\""));
    assertThat(plain.toString()).contains("Say \\\"caj\\u00f3n\\\"");
  }

  @Test
  void everyTypeIsJsonWithTheNineOrFewerKnownKeys() throws IOException {
    StatementData data = new StatementData();
    data.course = CourseText.of("http://lms", CourseKey.of("A", "B", "C"), "Name");
    data.text = JsonText.of("text");
    data.parentText = data.text;
    data.otherText = data.text;
    data.kind = data.text;
    data.max = 2;
    for (StatementType type : StatementType.values()) {
      data.type = type;
      assertThat(render(data).fieldNames())
          .toIterable()
          .as(type.name())
          .contains("id", "version", "timestamp", "actor", "verb", "object", "context")
          .isSubsetOf("id", "version", "timestamp", "actor", "verb", "object", "context", "result");
    }
  }

  private void assertRendered(JsonNode expected, StatementData data) throws IOException {
    JsonNode made = render(data);
    assertThat(made.equals(withDecimalScores(expected)))
        .as("made %s%nexpected %s", made, expected)
        .isTrue();
  }

  /**
   * Four files have whole numbers in their scores, which Python takes for equal to the decimal
   * fractions that are really sent. All other numbers must be of the file's own type.
   */
  private static JsonNode withDecimalScores(JsonNode file) {
    JsonNode copy = file.deepCopy();
    if (copy.at("/result/score") instanceof ObjectNode score) {
      score.fieldNames().forEachRemaining(key -> score.put(key, score.get(key).doubleValue()));
    }
    return copy;
  }

  private JsonNode render(StatementData data) throws IOException {
    OutputBytes out = new OutputBytes(16);
    renderer.identify(data);
    renderer.render(data, Quoting.PLAIN, out);
    return JSON.readTree(out.toString());
  }
}
