package org.openedx.devdata.service.lms.state.module;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openedx.devdata.service.lms.PlatformSpecs;

/** Scores and fields of a state that a block can read. */
class StudentModuleChecksTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "student_modules: [{username: ada, block: P, grade: 2, max_grade: 1}] | grade 2 is more than the 1 points",
        "student_modules: [{username: ada, block: P, grade: -1, max_grade: 1}] | grade is -1; points earned",
        "student_modules: [{username: ada, block: P, max_grade: -1}] | max_grade is -1",
        "student_modules: [{username: ada, block: P, max_grade: 0.5, versions: [{state: null, grade: 1}]}] | more than",
        "student_modules: [{username: ada, block: P, state: {score: {raw_earned: 2, raw_possible: 1}}}]"
            + " | field 'score' of the state must be",
        "student_modules: [{username: ada, block: P, state: {score: {raw_earned: 1}}}] | field 'score'",
        "student_modules: [{username: ada, block: P, state: {attempts: many}}] | field 'attempts'",
        "student_modules: [{username: ada, block: P, state: {student_answers: [x]}}] | must be a mapping",
        "student_modules: [{username: ada, block: V, state: {saved_video_position: 1:30}}] | HH:MM:SS",
      })
  void whatThePlatformFailsOnIsRefused(String records, String message) {
    PlatformSpecs.assertRefused(records, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "student_modules: [{username: ada, block: P, state: {score: {raw_earned: 1, raw_possible: 2.5},"
            + " attempts: 1, last_submission_time: \"2026-01-01T00:00:00Z\"}, grade: 1, max_grade: 2.5}]",
        "student_modules: [{username: ada, block: V, state: {saved_video_position: \"00:01:30\", speed: 1.5}}]",
      })
  void whatThePlatformTakesIsTaken(String records) {
    PlatformSpecs.assertTaken(records);
  }
}
