package org.openedx.devdata.service.lms.userstate.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openedx.devdata.service.lms.userstate.conformance.StateSteps.json;
import static org.openedx.devdata.service.lms.userstate.conformance.StateSteps.lines;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.service.lms.userstate.Scope;

/** Iteration over all users of a block and over all blocks of a course. */
@SuppressWarnings("resource") // Streams of the client hold nothing.
public interface IterationBehaviour extends StateSteps {

  private void threeUsersInTwoBlocks() {
    for (int n = 0; n < 3; n++) {
      client().setMany("u" + n, Map.of(B0, json("{'a': " + n + "}"), B1, json("{'c': " + n + "}")));
    }
  }

  @Test
  default void allUsersOfABlockAreIterated() {
    threeUsersInTwoBlocks();

    assertThat(lines(client().iterAllForBlock(B0)))
        .containsExactlyInAnyOrder("u0 b0 {'a': 0}", "u1 b0 {'a': 1}", "u2 b0 {'a': 2}");
  }

  @Test
  default void deletedStateIsNotIterated() {
    threeUsersInTwoBlocks();
    client().delete("u1", B0);

    assertThat(lines(client().iterAllForBlock(B0)))
        .containsExactlyInAnyOrder("u0 b0 {'a': 0}", "u2 b0 {'a': 2}");
  }

  @Test
  default void anUnusedCourseGivesNothing() {
    assertThat(client().iterAllForCourse(COURSE)).isEmpty();
  }

  @Test
  default void coursesAreIteratedApart() {
    client().setMany("u0", Map.of(B0, json("{'a': 'b'}"), B1001, json("{'c': 'd'}")));

    assertThat(lines(client().iterAllForCourse(COURSE))).containsExactly("u0 b0 {'a': 'b'}");
    assertThat(lines(client().iterAllForCourse(OTHER_COURSE)))
        .containsExactly("u0 b1001 {'c': 'd'}");
  }

  @Test
  default void theFirstEntryDoesNotWaitForTheOthers() {
    set("u0", B0, "{'a': 1}");
    set("u1", B0, "{'a': 2}");

    assertThat(client().iterAllForBlock(B0).findFirst()).isPresent();
    assertThat(client().iterAllForCourse(COURSE).limit(1)).hasSize(1);
  }

  @Test
  default void writingDuringAnIterationNeitherSkipsNorRepeats() {
    client()
        .setMany(
            "u0",
            IntStream.range(0, 120)
                .boxed()
                .collect(
                    java.util.stream.Collectors.toMap(
                        n -> COURSE.block("problem", "p" + n), n -> json("{'n': " + n + "}"))));
    List<String> seen = new ArrayList<>();

    client()
        .iterAllForCourse(COURSE)
        .forEach(
            entry -> {
              seen.add(entry.block().blockId());
              set("u0", entry.block(), "{'seen': true}");
            });

    assertThat(seen).hasSize(120).doesNotHaveDuplicates();
    assertThat(get("u0", COURSE.block("problem", "p119"))).isEqualTo("{'n': 119, 'seen': true}");
  }

  @Test
  default void aCourseIsIteratedByBlockType() {
    set("u0", B0, "{'a': 1}");
    set("u0", VIDEO, "{'a': 2}");

    assertThat(lines(client().iterAllForCourse(COURSE, Optional.of("video"), Scope.USER_STATE)))
        .containsExactly("u0 v0 {'a': 2}");
    assertThat(client().iterAllForCourse(COURSE, Optional.of("html"), Scope.USER_STATE)).isEmpty();
    assertThat(client().iterAllForCourse(COURSE)).hasSize(2);
  }
}
