package org.openedx.devdata.service.lms.userstate.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openedx.devdata.service.lms.userstate.conformance.StateSteps.json;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.service.lms.userstate.Fields;
import org.openedx.devdata.service.lms.userstate.Scope;
import org.openedx.devdata.service.lms.userstate.StateChange;
import org.openedx.devdata.service.lms.userstate.StateVersion;

/** Versions of the state of problems. */
@SuppressWarnings("resource") // Streams of the client hold nothing.
public interface HistoryBehaviour extends StateSteps {

  @Test
  default void anUnusedBlockHasNoHistory() {
    assertNoHistory("u0", B0);
  }

  @Test
  default void oneSaveIsOneVersion() {
    set("u0", B0, "{'a': 'b'}");

    assertThat(history("u0", B0)).containsExactly("{'a': 'b'}");
  }

  @Test
  default void blocksHaveTheirOwnHistory() {
    set("u0", B0, "{'a': 0}");
    set("u0", B1, "{'a': 1}");

    assertThat(history("u0", B0)).containsExactly("{'a': 0}");
    assertThat(history("u0", B1)).containsExactly("{'a': 1}");
  }

  @Test
  default void everyModificationIsAVersionNewestFirst() {
    set("u0", B0, "{'a': 1}");
    set("u0", B0, "{'a': 2}");
    client().delete("u0", B0, Fields.named("a"), Scope.USER_STATE);
    set("u0", B0, "{'a': 3}");

    List<StateVersion> versions = client().getHistory("u0", B0).toList();

    assertThat(history("u0", B0)).containsExactly("{'a': 3}", "none", "{'a': 2}", "{'a': 1}");
    assertThat(versions.get(0).updated()).isEqualTo(client().get("u0", B0).updated());
    assertThat(versions)
        .isSortedAccordingTo((a, b) -> b.updated().compareTo(a.updated()))
        .allSatisfy(version -> assertThat(version.username()).isEqualTo("u0"))
        .allSatisfy(version -> assertThat(version.block()).isEqualTo(B0))
        .allSatisfy(version -> assertThat(version.scope()).isEqualTo(Scope.USER_STATE));
  }

  @Test
  default void onlyProblemsHaveHistory() {
    set("u0", VIDEO, "{'a': 1}");

    assertNoHistory("u0", VIDEO);
  }

  @Test
  default void savedScoresAreVersionsToo() {
    set("u0", B0, "{'a': 1}");
    stand().saveScore("u0", B0, 1.0, 1.0);

    assertThat(history("u0", B0)).containsExactly("{'a': 1}", "{'a': 1}");
  }

  @Test
  default void aLongHistoryIsReadWhole() {
    List<StateChange> changes =
        IntStream.range(0, 510)
            .mapToObj(n -> new StateChange("u0", B0, json("{'n': " + n + "}")))
            .toList();
    client().setAll(changes, Scope.USER_STATE);

    List<String> versions = history("u0", B0);

    assertThat(versions).hasSize(510).startsWith("{'n': 509}", "{'n': 508}");
    assertThat(versions.get(509)).isEqualTo("{'n': 0}");
  }
}
