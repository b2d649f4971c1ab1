package org.openedx.devdata.service.lms.state.position;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openedx.devdata.service.lms.LmsService;
import org.openedx.devdata.spec.SpecException;
import org.openedx.devdata.testing.SpecLab;

/** Positions in courses, sequences and videos, which only blocks of certain types have. */
class PositionChecksTest {

  private static final String P = "block-v1:edX+DemoX+2026+type@problem+block@p1";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "video_positions | {username: u, block: P, position: 1} | 1:40 | video positions are kept in"
            + " blocks of type video, not 'problem'",
        "video_positions | {username: u, block: V, position: 1:30} | 1:95 | '1:30' is no place in a video",
        "positions | {username: u, block: P, position: 1} | 1:34 | positions are kept in a course,"
            + " chapter or sequential, not 'problem'",
        "positions | {username: u, position: 1} | 1:13 | neither 'block' nor 'course_id' says where",
        "positions | {username: u, course_id: C, position: 0} | 1:74 | must be a whole number",
      })
  void badPositionsAreNamedWithTheirPlace(
      String kind, String record, String place, String message) {
    String spec =
        (kind + ": [" + record + "]")
            .replace(": P", ": " + P)
            .replace(": V", ": " + P.replace("@problem", "@video"))
            .replace(": C", ": course-v1:edX+DemoX+2026");

    assertThatThrownBy(() -> SpecLab.read(LmsService.lms(), spec))
        .isInstanceOf(SpecException.class)
        .hasMessageStartingWith("spec.yaml:" + place + ": ")
        .hasMessageContaining(message);
  }
}
