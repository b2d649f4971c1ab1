package org.openedx.devdata.service.lms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openedx.devdata.factory.DefaultEmail;
import org.openedx.devdata.service.account.Usernames;
import org.openedx.devdata.spec.SpecException;
import org.openedx.devdata.testing.SpecLab;

/** Records that the platform fails on are refused; those that it would only wonder at are not. */
class PlatformRulesTest {

  private static final String HEAD = "users: [{username: ada}]\n";

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
        "users: [{username: a/b}] | the LMS cannot serve a user of the name \"a/b\"",
        "users: [{username: \"a\\0b\"}] | may hold no control character, as \"a\\u0000b\" does",
        "users: [{username: \"ada\\n\"}] | must be one line, not \"ada\\n\"",
        "users: [{username: \" ada\"}] | begins or ends with a blank",
        "users: [{username: \"a?b\"}] | the LMS cannot serve",
        "users: [{username: a, email: b@x.org}, {username: b@x.org}] | is the e-mail address of the user at line",
        "users: [{username: a@example.com}, {username: a}] | is the e-mail address of the user at line",
        "users: [{username: a, email: b@example.com}, {username: b}] | is what the record gets that says nothing of it",
        "users: [{username: a, email: \"a@x.org\\n\"}] | \"a@x.org\\n\" is not an e-mail address",
        "users: [{username: a, password: pbkdf2_sha256$1$a$b}] | write it under password_hash",
        "users: [{username: a, password: \"md5$x$y\"}] | looks like a hash of md5",
        "users: [{username: a, level_of_education: phd}] | is not one of p, m, b",
        "users: [{username: a, gender: M}] | did you mean \"m\"?",
        "users: [{username: a, meta: not json}] | meta \"not json\" is not JSON of the form",
        "users: [{username: a, meta: '[1]'}] | write an object",
        "users: [{username: a, meta: '{\"a\": 1} x'}] | write an object",
        "users: [{username: a, groups: [\"\"]}] | an item of \"groups\" in users may not be empty",
        "groups: [{name: \"\"}] | \"name\" in groups may not be empty",
        "courses: [{course_id: C, _pre_requisite_courses_json: \"\"}] | write a list of course keys",
        "courses: [{course_id: C, _pre_requisite_courses_json: '[1]'}] | write a list of course keys",
        "courses: [{course_id: library-v1:X+L}] | is the key of a library",
        "enrollments: [{username: ada, course_id: library-v1:X+L}] | and enrollments are of courses",
        "course_modes: [{course_id: library-v1:X+L, mode: audit}] | is the key of a library",
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
    assertThatThrownBy(() -> SpecLab.read(LmsService.lms(), spec(records)))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "roles: [{username: ada, role: TestRole, course_id: C}] | only a plug-in heeds it",
        "roles: [{username: ada, role: beta_testers, org: X}] | does not heed it",
        "users: [{username: ada.b}] | other characters than the LMS's sign-up takes",
        "users: [{username: a1234567890123456789012345678901}] | has 32 characters",
        "users: [{username: Zoë}] | needs the LMS's setting ENABLE_UNICODE_USERNAME",
        "users: [{username: a, country: zz}] | is no code of ISO 3166",
        "users: [{username: a, country: fr}] | write one as FR",
        "users: [{username: a, email: a@b}] | is no e-mail address by Django's rules",
        "users: [{username: a, phone_number: call me}] | is not digits",
        "course_modes: [{course_id: C, mode: verifed}] | did you mean \"verified\"?",
        "{create_missing: true, positions: [{username: a.b, course_id: C, position: 1}]} | sign-up",
      })
  void whatThePlatformWondersAtIsWarnedOf(String records, String message) {
    List<String> warnings = SpecLab.warnings(LmsService.lms(), spec(records));

    assertThat(warnings).hasSize(1);
    assertThat(warnings.get(0)).startsWith("spec.yaml:").contains(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "roles: [{username: ada, role: staff, course_id: C}, {username: ada, role: staff, org: X}]",
        "roles: [{username: ada, role: library_user, course_id: library-v1:X+L}]",
        "roles: [{username: ada, role: course_creator_group}, {username: ada, role: support}]",
        "users: [{username: a_b-C9, country: XK, gender: o, level_of_education: none, phone_number: \"+14\"}]",
        "enrollments: [{username: ada, course_id: C, mode: verified,"
            + " history: [{at: 2026-01-01, mode: audit}, {at: 2026-01-02, mode: verified}]}]",
        "student_modules: [{username: ada, block: P, state: {score: {raw_earned: 1, raw_possible: 2.5},"
            + " attempts: 1, last_submission_time: \"2026-01-01T00:00:00Z\"}, grade: 1, max_grade: 2.5}]",
        "student_modules: [{username: ada, block: V, state: {saved_video_position: \"00:01:30\", speed: 1.5}}]",
        "problem_attempts: [{username: ada, block: P, attempts: [{answers: {p1_2_1: x, 3_2: y}}, {grade: 0.5}]}]",
      })
  void whatThePlatformTakesIsTaken(String records) {
    assertThat(SpecLab.warnings(LmsService.lms(), spec(records))).isEmpty();
  }

  private static String spec(String records) {
    String spec = records.startsWith("users") || records.startsWith("{") ? records : HEAD + records;
    String block = "block-v1:edX+DemoX+2026+type@problem+block@p1";
    return spec.replace(": C", ": course-v1:edX+DemoX+2026")
        .replace(": P", ": " + block)
        .replace(": V", ": " + block.replace("@problem", "@video"));
  }

  static Stream<Arguments> names() {
    return Stream.concat(
            Stream.of(
                "Zoë", "a b", "a@b.org", "a..b", ".a", "a.", "李", "ß", "plain", "a+b", "A_b-9"),
            IntStream.range(33, 300).mapToObj(letter -> "x" + (char) letter + "y"))
        .map(Arguments::of);
  }

  @ParameterizedTest
  @MethodSource("names")
  void theDefaultEmailOfEveryUsableNameIsOne(String name) {
    if (Usernames.unusable(name).isEmpty()) {
      String spec = "users: [{username: u, email: \"" + DefaultEmail.of(name) + "\"}]";
      assertThat(SpecLab.warnings(LmsService.lms(), spec)).isEmpty();
      assertThat(DefaultEmail.of(name)).matches("\\p{ASCII}+");
    }
  }

  @Test
  void namesThatLookAlikeHaveDifferentDefaultEmails() {
    assertThat(Stream.of("Zoë", "Zoe", "Zo e", "Zo-e", "李", "王").map(DefaultEmail::of).distinct())
        .hasSize(6);
  }
}
