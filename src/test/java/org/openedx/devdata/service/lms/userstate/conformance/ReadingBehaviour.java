package org.openedx.devdata.service.lms.userstate.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.openedx.devdata.service.lms.userstate.conformance.StateSteps.json;
import static org.openedx.devdata.service.lms.userstate.conformance.StateSteps.lines;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.opaquekeys.UsageKey;
import org.openedx.devdata.service.lms.userstate.Fields;
import org.openedx.devdata.service.lms.userstate.Scope;
import org.openedx.devdata.service.lms.userstate.StateVersion;
import org.openedx.devdata.service.lms.userstate.UserState;

/** Reading of several blocks: what is left out, and when it is read. */
@SuppressWarnings("resource") // Streams of the client hold nothing.
public interface ReadingBehaviour extends StateSteps {

  @Test
  default void aBlockWithoutAnyOfTheNamedFieldsGivesAnEmptyEntry() {
    set("u0", B0, "{'a': 'b'}");

    assertThat(get("u0", B0, "x")).isEqualTo("{}");
    assertThat(client().get("u0", B0, Fields.named(), Scope.USER_STATE).state()).isEmpty();
  }

  @Test
  default void anEmptiedBlockGivesNoEntryWhateverFieldsAreNamed() {
    set("u0", B0, "{}");

    assertThat(client().getMany("u0", List.of(B0), Fields.named("a"), Scope.USER_STATE)).isEmpty();
  }

  @Test
  default void blocksWithoutStateAreLeftOut() {
    set("u0", B1, "{'a': 1}");

    assertThat(lines(client().getMany("u0", List.of(B0, B1, B1000))))
        .containsExactly("u0 b1 {'a': 1}");
  }

  @Test
  default void aBlockThatIsAskedForTwiceIsGivenOnce() {
    set("u0", B0, "{'a': 1}");

    assertThat(client().getMany("u0", List.of(B0, B0))).hasSize(1);
  }

  @Test
  default void blocksOfSeveralCoursesAreGotAtOnce() {
    set("u0", B0, "{'a': 1}");
    set("u0", B1000, "{'a': 2}");

    assertThat(lines(client().getMany("u0", List.of(B0, B1000))))
        .containsExactlyInAnyOrder("u0 b0 {'a': 1}", "u0 b1000 {'a': 2}");
  }

  @Test
  default void moreBlocksThanOneQueryTakesAreSetAndGot() {
    Map<UsageKey, ObjectNode> states = new LinkedHashMap<>();
    IntStream.range(0, 1_234)
        .forEach(n -> states.put(COURSE.block("problem", "p" + n), json("{'n': " + n + "}")));
    client().setMany("u0", states);

    List<UserState> entries = client().getMany("u0", states.keySet()).toList();

    assertThat(entries).hasSize(1_234);
    assertThat(entries)
        .allSatisfy(entry -> assertThat(entry.state()).isEqualTo(states.get(entry.block())));
  }

  @Test
  default void readingNothingGivesNothing() {
    assertThat(client().getMany("u0", List.of())).isEmpty();
    assertThatCode(() -> client().setMany("u0", Map.of())).doesNotThrowAnyException();
    assertThatCode(() -> client().deleteMany("u0", List.of(), Fields.ALL))
        .doesNotThrowAnyException();
  }

  @Test
  default void streamsReadWhenTheyAreConsumed() {
    Stream<UserState> entries = client().getMany("u0", List.of(B0));
    Stream<UserState> ofBlock = client().iterAllForBlock(B0);
    Stream<UserState> ofCourse = client().iterAllForCourse(COURSE);
    Stream<StateVersion> versions = client().getHistory("u0", B0);
    set("u0", B0, "{'a': 1}");

    assertThat(lines(entries)).containsExactly("u0 b0 {'a': 1}");
    assertThat(lines(ofBlock)).containsExactly("u0 b0 {'a': 1}");
    assertThat(lines(ofCourse)).containsExactly("u0 b0 {'a': 1}");
    assertThat(versions).hasSize(1);
  }
}
