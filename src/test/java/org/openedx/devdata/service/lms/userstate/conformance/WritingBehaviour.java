package org.openedx.devdata.service.lms.userstate.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openedx.devdata.service.lms.userstate.conformance.StateSteps.json;
import static org.openedx.devdata.service.lms.userstate.conformance.StateSteps.lines;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openedx.devdata.service.lms.userstate.Fields;
import org.openedx.devdata.service.lms.userstate.Scope;
import org.openedx.devdata.service.lms.userstate.StateChange;
import org.openedx.devdata.service.lms.userstate.UserStateException;

/** Rows and values that a save writes, and what it refuses. */
@SuppressWarnings("resource") // Streams of the client hold nothing.
public interface WritingBehaviour extends StateSteps {

  @Test
  default void aNewRowHasTheColumnsOfItsKeyAndNoScore() {
    set("u0", VIDEO, "{'a': 1}");

    assertThat(stored("u0", VIDEO))
        .isEqualTo(
            new StateStand.Stored(
                "{\"a\": 1}", null, null, "na", "video", VIDEO.text(), COURSE.text()));
  }

  @Test
  default void scoresAreNotTouched() {
    stand().saveScore("u0", B0, 1.5, 2.0);
    set("u0", B0, "{'grade': 0, 'done': 'x'}");
    client().delete("u0", B0);

    assertThat(stored("u0", B0).grade()).isEqualTo(1.5);
    assertThat(stored("u0", B0).maxGrade()).isEqualTo(2.0);
    assertThat(stored("u0", B0).done()).isEqualTo("na");
  }

  @Test
  default void everySaveMovesTheTimeEvenWhenNothingChanges() {
    set("u0", B0, "{'a': 1}");
    Instant first = client().get("u0", B0).updated();

    set("u0", B0, "{'a': 1}");
    Instant second = client().get("u0", B0).updated();
    client().delete("u0", B0, Fields.named("not there"), Scope.USER_STATE);
    Instant third = client().get("u0", B0).updated();

    assertThat(second).isAfter(first);
    assertThat(third).isAfter(second);
    assertThat(history("u0", B0)).containsExactly("{'a': 1}", "{'a': 1}", "{'a': 1}");
  }

  @Test
  default void aJsonNullIsAValue() {
    set("u0", B0, "{'a': 1, 'b': 2}");
    set("u0", B0, "{'a': null}");

    assertThat(get("u0", B0)).isEqualTo("{'a': null, 'b': 2}");
    assertThat(get("u0", B0, "a")).isEqualTo("{'a': null}");
  }

  @Test
  default void aReplacedFieldKeepsItsPlaceAndANewOneComesLast() {
    set("u0", B0, "{'z': 1, 'a': 2}");
    set("u0", B0, "{'b': 3, 'z': {'y': 1, 'x': 2}}");

    assertThat(get("u0", B0)).isEqualTo("{'z': {'y': 1, 'x': 2}, 'a': 2, 'b': 3}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9007199254740993",
        "-123456789012345678901234567890",
        "1",
        "1.0",
        "0.1000",
        "1E+300",
        "-0.0",
        "[[1, [2.50, []]], {}]",
        "{'deep': {'er': [null, true, false]}}",
        "''",
        "'\\u00e9 \\ud83c\\udf93 \\u0000\\u001f\\u007f / \\\\ \\b\\f\\n\\r\\t'",
      })
  default void everyValueIsKeptExactly(String value) {
    set("u0", B0, "{'first': " + value + "}");
    set("u0", B0, "{'second': " + value + "}");

    assertThat(stored("u0", B0).state())
        .isEqualTo("{'first': %s, 'second': %s}".formatted(value, value).replace('\'', '"'));
    assertThat(get("u0", B0)).isEqualTo("{'first': %s, 'second': %s}".formatted(value, value));
  }

  @Test
  default void invalidStateIsRefusedBeforeAnythingIsWritten() {
    ObjectNode nan = JsonNodeFactory.instance.objectNode().put("x", Double.NaN);
    ObjectNode half = JsonNodeFactory.instance.objectNode();
    half.putObject("x").putArray("y").add("\ud83c!");
    ObjectNode bytes = JsonNodeFactory.instance.objectNode().put("x", new byte[1]);

    for (ObjectNode bad : List.of(nan, half, bytes)) {
      List<StateChange> changes =
          List.of(new StateChange("u0", B1, json("{}")), new StateChange("u0", B0, bad));
      assertThatThrownBy(() -> client().setAll(changes, Scope.USER_STATE))
          .isInstanceOf(UserStateException.InvalidState.class)
          .hasMessageContaining("'x");
    }
    assertThat(stand().stored("u0", B1)).isEmpty();
  }

  @Test
  default void aBlockThatIsNamedTwiceIsSavedTwice() {
    client()
        .setAll(
            List.of(
                new StateChange("u0", B0, json("{'a': 1}")),
                new StateChange("u1", B0, json("{'a': 5}")),
                new StateChange("u0", B0, json("{'b': 2}")),
                new StateChange("u0", B0, json("{'a': 3}"))),
            Scope.USER_STATE);

    assertThat(get("u0", B0)).isEqualTo("{'a': 3, 'b': 2}");
    assertThat(history("u0", B0))
        .containsExactly("{'a': 3, 'b': 2}", "{'a': 1, 'b': 2}", "{'a': 1}");
    assertThat(history("u1", B0)).containsExactly("{'a': 5}");
  }

  @Test
  default void namesAndKeysAreComparedWithoutRegardToCase() {
    set("u0", B0, "{'a': 1}");
    set("U0", COURSE.block("problem", "B0"), "{'b': 2}");

    assertThat(lines(client().iterAllForBlock(B0))).containsExactly("u0 b0 {'a': 1, 'b': 2}");
  }
}
