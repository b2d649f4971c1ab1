package org.openedx.devdata.service.lms.state;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openedx.devdata.service.lms.LmsService;
import org.openedx.devdata.spec.SpecException;
import org.openedx.devdata.testing.SpecLab;

class StateChecksTest {

  private static final String C = "course-v1:edX+DemoX+2026";
  private static final String P = "block-v1:edX+DemoX+2026+type@problem+block@p1";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "student_modules | {username: u, block: P, state: [1]} | 1:94 | a state must be a mapping from"
            + " field to value, not [1]",
        "student_modules | {username: u, block: P, state: text} | 1:94 | a state must be a mapping from"
            + " field to value, not \"text\"",
        "student_modules | {username: u, block: P, state: {x: .nan}} | 1:98 | holds \".nan\", which JSON"
            + " cannot hold",
        "student_modules | {username: u, block: P, state: {x: [\"\\ud83c\"]}} | 1:99 | half a character",
        "student_modules | {username: u, block: P, course_id: course-v1:edX+Other+1} | 1:40 |"
            + " not of the course_id 'course-v1:edX+Other+1'; correct one or leave course_id out",
        "student_modules | {username: u, block: \"i4x://edX/DemoX/problem/p\"} | 1:40 | does not name the"
            + " run of its course; add course_id",
        "student_modules | {username: u, block: \"i4x://edX/DemoX/problem/p\", course_id: edX/Other/1} |"
            + " 1:40 | not of the course_id 'edX/Other/1'",
        "student_modules | {username: u, block: \"bl0ck-v1:a+b+c+type@problem+block@x\"} | 1:40 |"
            + " must be a usage key",
        "student_modules | {username: u, block: \"L\"} | 1:40 | 255",
        "student_modules | {username: u, block: T} | 1:40 | longer than the 32 characters",
        "student_modules | {username: u, block: V, versions: [{state: {}}]} | 1:95 | a block of type"
            + " 'video' has no versions",
        "student_modules | {username: u, state: {}} | 1:19 | \"block\" in student_modules is missing",
        "student_modules | {username: u, block: P, state: null, versions: [{state: {}}]} | 1:94 | a state"
            + " that was stored before never becomes null; write {}",
        "problem_attempts | {username: u, block: V} | 1:41 | attempts are made at blocks of type problem,"
            + " not 'video'; correct the key",
        "problem_attempts | {username: u, block: P, attempts: [{correct: 1}]} | 1:109 | \"correct\" must be"
            + " true, false, or a mapping",
        "problem_attempts | {username: u, block: P, attempts: [{at: 2026-01-02}, {at: 2026-01-01}]} |"
            + " 1:122 | the attempt lies before what came before it",
      })
  void badRecordsAreNamedWithTheirPlace(String kind, String record, String place, String message) {
    String spec =
        (kind + ": [" + record + "]")
            .replace(": P", ": " + P)
            .replace(": V", ": " + P.replace("@problem", "@video"))
            .replace(": T", ": " + P.replace("@problem", "@" + "t".repeat(33)))
            .replace(": C", ": " + C)
            .replace("\"L\"", P + "x".repeat(255));

    assertThatThrownBy(() -> SpecLab.read(LmsService.lms(), spec))
        .isInstanceOf(SpecException.class)
        .hasMessageStartingWith("spec.yaml:" + place + ": ")
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource({"ada", "ADA"})
  void twoKindsCannotBothSayTheStateOfABlock(String name) {
    String spec =
        "student_modules: [{username: ada, block: %s}]\nproblem_attempts: [{username: %s, block: %s}]"
            .formatted(P, name, P);

    assertThatThrownBy(() -> SpecLab.read(LmsService.lms(), spec))
        .hasMessage(
            "spec.yaml:2:20: the state of user '%s' in block '%s' is given at spec.yaml:1:19 already;"
                    .formatted(name, P)
                + " keep one of the two");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "student_modules | {username: u, block: P} | {username: U, block: P, course_id: C}",
        "positions | {username: u, course_id: C, position: 1}"
            + " | {username: u, block: K, position: 2}",
      })
  void oneKindCannotSayItTwiceInOtherWords(String kind, String first, String second) {
    String spec =
        "%s:%n  - %s%n  - %s"
            .formatted(kind, first, second)
            .replace(": P", ": " + P)
            .replace(": C", ": " + C)
            .replace(": K", ": block-v1:edX+DemoX+2026+type@course+block@course");

    assertThatThrownBy(() -> SpecLab.read(LmsService.lms(), spec))
        .hasMessageMatching(
            "spec.yaml:3:5: the state of user '[uU]' in block '.*' is given at spec.yaml:2:5"
                + " already; keep one of the two");
  }
}
