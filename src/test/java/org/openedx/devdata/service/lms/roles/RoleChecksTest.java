package org.openedx.devdata.service.lms.roles;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openedx.devdata.service.lms.PlatformSpecs;

/** Roles with the scope that each needs, and those that nothing heeds. */
class RoleChecksTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "roles: [{username: ada, role: instructr, course_id: C}] | did you mean \"instructor\"?",
        "roles: [{username: ada, role: Staff, course_id: C}] | role \"Staff\" is spelled \"staff\"",
        "roles: [{username: ada, role: staff}] | give course_id, or of an organisation",
        "roles: [{username: ada, role: beta_testers}] | is one of a course: give course_id",
        "roles: [{username: ada, role: support, org: X}] | leave course_id and org out",
        "roles: [{username: ada, role: course_creator_group, course_id: C}] | leave course_id and org out",
        "roles: [{username: ada, role: org_course_creator_group}] | give org and no course_id",
        "roles: [{username: ada, role: staff, org: X, course_id: C}] | is not the course's organisation",
      })
  void whatThePlatformFailsOnIsRefused(String records, String message) {
    PlatformSpecs.assertRefused(records, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "roles: [{username: ada, role: TestRole, course_id: C}] | only a plug-in heeds it",
        "roles: [{username: ada, role: beta_testers, org: X}] | does not heed it",
      })
  void whatThePlatformWondersAtIsWarnedOf(String records, String message) {
    PlatformSpecs.assertWarned(records, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "roles: [{username: ada, role: staff, course_id: C}, {username: ada, role: staff, org: X}]",
        "roles: [{username: ada, role: library_user, course_id: library-v1:X+L}]",
        "roles: [{username: ada, role: course_creator_group}, {username: ada, role: support}]",
      })
  void whatThePlatformTakesIsTaken(String records) {
    PlatformSpecs.assertTaken(records);
  }
}
