package org.openedx.devdata.service.lms.userstate.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.service.lms.userstate.Fields;
import org.openedx.devdata.service.lms.userstate.UserStateException;

/** State that was never stored, which is NULL, against the empty object. */
@SuppressWarnings("resource") // Streams of the client hold nothing.
public interface NullBehaviour extends StateSteps {

  @Test
  default void stateThatWasNeverStoredReadsAsNone() {
    stand().saveScore("u0", B0, 1.0, 2.0);

    assertNoState("u0", B0);
    assertThat(client().getMany("u0", List.of(B0))).isEmpty();
    assertThat(client().iterAllForBlock(B0)).isEmpty();
    assertThat(client().iterAllForCourse(COURSE)).isEmpty();
    assertThat(stored("u0", B0).state()).isNull();
  }

  @Test
  default void settingTheEmptyObjectMakesARowThatReadsAsNone() {
    set("u0", B0, "{}");

    assertThat(stored("u0", B0).state()).isEqualTo("{}");
    assertNoState("u0", B0);
    assertThat(client().iterAllForCourse(COURSE)).isEmpty();
    assertThat(history("u0", B0)).containsExactly("none");
  }

  @Test
  default void neverStoredAndEmptiedAreListedWithoutStateInHistory() {
    stand().saveScore("u0", B0, 0.0, 2.0);
    set("u0", B0, "{'a': 1}");
    client().delete("u0", B0);

    assertThat(history("u0", B0)).containsExactly("none", "{'a': 1}", "none");
  }

  @Test
  default void settingOverStateThatWasNeverStoredTakesItForEmpty() {
    stand().saveScore("u0", B0, 1.0, 2.0);

    set("u0", B0, "{'a': 1}");

    assertThat(get("u0", B0)).isEqualTo("{'a': 1}");
  }

  @Test
  default void deletingAllOfWhatWasNeverStoredLeavesTheEmptyObject() {
    stand().saveScore("u0", B0, 1.0, 2.0);

    client().delete("u0", B0);

    assertThat(stored("u0", B0).state()).isEqualTo("{}");
  }

  @Test
  default void deletingFieldsOfWhatWasNeverStoredIsAnErrorAndChangesNothing() {
    set("u0", B1, "{'a': 1}");
    stand().saveScore("u0", B0, 1.0, 2.0);

    assertThatThrownBy(() -> client().deleteMany("u0", List.of(B1, B0), Fields.named("a")))
        .isInstanceOf(UserStateException.NeverStored.class)
        .hasMessageContaining("user 'u0' has never stored state in block '" + B0 + "'");
    assertThat(get("u0", B1)).isEqualTo("{'a': 1}");
    assertThat(stored("u0", B0).state()).isNull();
  }
}
