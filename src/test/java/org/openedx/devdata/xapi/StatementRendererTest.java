package org.openedx.devdata.xapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openedx.devdata.bytes.JsonText;

/** Statements as the platform expects them, of every type; all expected files are compared. */
class StatementRendererTest extends RenderedStatements {

  private static final String OUTLINE = "edx.ui.lms.outline.selected";
  private static final String COMPLETION = "edx.completion.block_completion.changed";

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
  void everyExpectedStatementIsCompared() throws IOException {
    List<String> compared =
        new ArrayList<>(List.of(OUTLINE, SUBMITTED, COMPLETION, SEVERAL_QUESTIONS));
    Stream.of(
            StatementRendererTest.class,
            ProblemRendererTest.class,
            ForumRendererTest.class,
            ExamRendererTest.class)
        .flatMap(subject -> Arrays.stream(subject.getDeclaredMethods()))
        .map(test -> test.getAnnotation(CsvSource.class))
        .filter(Objects::nonNull)
        .flatMap(source -> Arrays.stream(source.value()))
        .forEach(line -> compared.add(line.split(",")[0]));
    assertThat(compared).containsExactlyInAnyOrderElementsOf(Fixtures.names());
  }
}
