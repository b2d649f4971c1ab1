package org.openedx.devdata.service.lms.courses;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openedx.devdata.service.lms.PlatformSpecs;

/** Courses and modes that pages of the platform fail on. */
class CourseChecksTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "courses: [{course_id: C, _pre_requisite_courses_json: \"\"}] | write a list of course keys",
        "courses: [{course_id: C, _pre_requisite_courses_json: '[1]'}] | write a list of course keys",
        "courses: [{course_id: library-v1:X+L}] | is the key of a library",
        "course_modes: [{course_id: library-v1:X+L, mode: audit}] | is the key of a library",
      })
  void whatThePlatformFailsOnIsRefused(String records, String message) {
    PlatformSpecs.assertRefused(records, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "course_modes: [{course_id: C, mode: verifed}] | did you mean \"verified\"?",
      })
  void whatThePlatformWondersAtIsWarnedOf(String records, String message) {
    PlatformSpecs.assertWarned(records, message);
  }
}
