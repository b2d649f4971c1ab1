package org.openedx.devdata.service.lms.enrollments;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openedx.devdata.service.lms.PlatformSpecs;

/** Enrolments and the history that must have led to them. */
class EnrollmentChecksTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "enrollments: [{username: ada, course_id: library-v1:X+L}] | and enrollments are of courses",
        "enrollments: [{username: ada, course_id: C, mode: audit, history: [{at: 2026-01-01, mode: verified}]}]"
            + " | the last save leaves mode \"verified\", and the enrolment has \"audit\"",
        "enrollments: [{username: ada, course_id: C, is_active: true, history: [{at: 2026-01-01, is_active: false}]}]"
            + " | leaves is_active false, and the enrolment has true",
        "enrollments: [{username: ada, course_id: C, history: [{at: 2026-01-02}, {at: 2026-01-01}]}]"
            + " | dated before the one above it",
        "enrollments: [{username: ada, course_id: C, created: 2026-01-02, history: [{at: 2026-01-01}]}]"
            + " | dated before the enrolment was created",
        "enrollments: [{username: ada, course_id: C, history: [{at: 2026-01-01}, {at: 2026-01-02, history_type: +}]}]"
            + " | only its first save does",
        "enrollments: [{username: ada, course_id: C, history: [{at: 2026-01-01, history_type: \"-\"}]}]"
            + " | says that the enrolment was deleted",
      })
  void whatThePlatformFailsOnIsRefused(String records, String message) {
    PlatformSpecs.assertRefused(records, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "enrollments: [{username: ada, course_id: C, mode: verified,"
            + " history: [{at: 2026-01-01, mode: audit}, {at: 2026-01-02, mode: verified}]}]",
      })
  void whatThePlatformTakesIsTaken(String records) {
    PlatformSpecs.assertTaken(records);
  }
}
