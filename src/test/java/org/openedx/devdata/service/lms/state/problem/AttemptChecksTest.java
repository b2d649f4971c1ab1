package org.openedx.devdata.service.lms.state.problem;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openedx.devdata.service.lms.PlatformSpecs;

/** Attempts whose grades, answers and inputs agree. */
class AttemptChecksTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "problem_attempts: [{username: ada, block: P, attempts: [{grade: 2}]}] | grade 2 is not from 0 to the 1",
        "problem_attempts: [{username: ada, block: P, attempts: [{grade: -0.5}]}] | grade -0.5 is not from 0",
        "problem_attempts: [{username: ada, block: P, max_grade: -1}] | max_grade is -1",
        "problem_attempts: [{username: ada, block: P, attempts: [{grade: 1, correct: false}]}] | no answer is correct",
        "problem_attempts: [{username: ada, block: P, attempts: [{grade: 0, correct: true}]}] | all answers are",
        "problem_attempts: [{username: ada, block: P, attempts: [{answers: {first: x}}]}] | is no input of the problem",
        "problem_attempts: [{username: ada, block: P, attempts: [{answers: {1_1: x}}]}] | is no input of the problem",
        "problem_attempts: [{username: ada, block: P, attempts: [{answers: {other_2_1: x}}]}] | is no input",
      })
  void whatThePlatformFailsOnIsRefused(String records, String message) {
    PlatformSpecs.assertRefused(records, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "problem_attempts: [{username: ada, block: P, attempts: [{answers: {p1_2_1: x, 3_2: y}}, {grade: 0.5}]}]",
      })
  void whatThePlatformTakesIsTaken(String records) {
    PlatformSpecs.assertTaken(records);
  }
}
