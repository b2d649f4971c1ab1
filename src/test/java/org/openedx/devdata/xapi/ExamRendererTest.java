package org.openedx.devdata.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statements of special exams. */
class ExamRendererTest extends RenderedStatements {

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
}
