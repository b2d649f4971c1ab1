package org.openedx.devdata.service.lms.userstate.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openedx.devdata.service.lms.userstate.conformance.StateSteps.lines;

import org.junit.jupiter.api.Test;
import org.openedx.devdata.opaquekeys.CourseKey;
import org.openedx.devdata.opaquekeys.LibraryKey;
import org.openedx.devdata.opaquekeys.UsageKey;
import org.openedx.devdata.service.lms.userstate.UserStateException;

/** Keys of blocks in all forms: with branches, without runs, of libraries. */
@SuppressWarnings("resource") // Streams of the client hold nothing.
public interface KeyBehaviour extends StateSteps {

  @Test
  default void branchesAndVersionsAreStripped() {
    UsageKey published =
        UsageKey.parse(
            "block-v1:edX+DemoX+2026+branch@published-branch+version@519665f6223ebd6980884f2b"
                + "+type@problem+block@b0");
    set("u0", published, "{'a': 1}");

    assertThat(get("u0", B0)).isEqualTo("{'a': 1}");
    assertThat(client().get("u0", published).block()).isEqualTo(B0);
    assertThat(history("u0", published)).hasSize(1);
    assertThat(client().iterAllForBlock(published)).hasSize(1);
    assertThat(client().iterAllForCourse(CourseKey.parse(COURSE + "+branch@draft-branch")))
        .hasSize(1);
  }

  @Test
  default void aKeyWithoutRunTakesItFromItsCourse() {
    UsageKey bare = UsageKey.parse("i4x://edX/DemoX/problem/old");
    CourseKey first = CourseKey.parse("edX/DemoX/2012");
    CourseKey second = CourseKey.parse("edX/DemoX/2013");
    set("u0", bare.mapIntoCourse(first), "{'run': 2012}");
    set("u0", bare.mapIntoCourse(second), "{'run': 2013}");

    assertThat(get("u0", bare.mapIntoCourse(first))).isEqualTo("{'run': 2012}");
    assertThat(client().get("u0", bare.mapIntoCourse(second)).block().contextKey())
        .contains(second);
    assertThat(lines(client().iterAllForCourse(first))).containsExactly("u0 old {'run': 2012}");
    assertThat(stored("u0", bare.mapIntoCourse(first)).moduleId()).isEqualTo(bare.text());
  }

  @Test
  default void aBlockIsIteratedOverAllRunsWhenItsKeyNamesNone() {
    UsageKey bare = UsageKey.parse("i4x://edX/DemoX/problem/old");
    set("u0", bare.mapIntoCourse(CourseKey.parse("edX/DemoX/2012")), "{'run': 2012}");
    set("u1", bare.mapIntoCourse(CourseKey.parse("edX/DemoX/2013")), "{'run': 2013}");

    assertThat(
            client().iterAllForBlock(bare).map(entry -> entry.block().contextKey().orElseThrow()))
        .extracting(Object::toString)
        .containsExactlyInAnyOrder("edX/DemoX/2012", "edX/DemoX/2013");
  }

  @Test
  default void aKeyWithoutRunCannotBeReadOrWrittenAlone() {
    UsageKey bare = UsageKey.parse("i4x://edX/DemoX/problem/old");

    assertThatThrownBy(() -> set("u0", bare, "{}"))
        .isInstanceOf(UserStateException.InvalidState.class)
        .hasMessageContaining("does not name the run of its course");
    assertThatThrownBy(() -> client().get("u0", bare))
        .isInstanceOf(UserStateException.InvalidState.class);
  }

  @Test
  default void blocksOfLibrariesHaveState() {
    UsageKey block = UsageKey.in(LibraryKey.parse("lib:edX:tools"), "problem", "p1");
    set("u0", block, "{'a': 1}");

    assertThat(get("u0", block)).isEqualTo("{'a': 1}");
    assertThat(stored("u0", block).courseId()).isEqualTo("lib:edX:tools");
    assertThat(history("u0", block)).hasSize(1);
    assertThat(lines(client().iterAllForCourse(LibraryKey.parse("lib:edX:tools"))))
        .containsExactly("u0 p1 {'a': 1}");
    assertThat(client().iterAllForBlock(block)).hasSize(1);
  }

  @Test
  default void aTypeLongerThanItsColumnIsRefused() {
    UsageKey block = COURSE.block("t".repeat(33), "x");

    assertThatThrownBy(() -> set("u0", block, "{}"))
        .isInstanceOf(UserStateException.InvalidState.class)
        .hasMessageContaining("longer than the 32 characters");
  }
}
