package org.openedx.devdata.service.lms.userstate.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openedx.devdata.service.lms.userstate.conformance.StateSteps.json;
import static org.openedx.devdata.service.lms.userstate.conformance.StateSteps.lines;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.service.lms.userstate.Fields;
import org.openedx.devdata.service.lms.userstate.Scope;
import org.openedx.devdata.service.lms.userstate.UserState;

/** Get, set and delete of blocks one by one and together, as the reference lists them. */
@SuppressWarnings("resource") // Streams of the client hold nothing.
public interface SavingBehaviour extends StateSteps {

  @Test
  default void whatWasSetIsGot() {
    set("u0", B0, "{'a': 'b'}");

    assertThat(get("u0", B0)).isEqualTo("{'a': 'b'}");
  }

  @Test
  default void settingLaysOverWhatIsStored() {
    set("u0", B0, "{'a': 'b'}");
    set("u0", B0, "{'b': 'c'}");

    assertThat(get("u0", B0)).isEqualTo("{'a': 'b', 'b': 'c'}");
  }

  @Test
  default void onlyTheNamedFieldsAreGot() {
    set("u0", B0, "{'a': 'b', 'b': 'c'}");

    assertThat(get("u0", B0, "a")).isEqualTo("{'a': 'b'}");
    assertThat(get("u0", B0, "b")).isEqualTo("{'b': 'c'}");
    assertThat(get("u0", B0, "a", "b")).isEqualTo("{'a': 'b', 'b': 'c'}");
  }

  @Test
  default void theStateOfAnotherUserIsNotSeen() {
    set("u1", B0, "{}");

    assertNoState("u0", B0);
  }

  @Test
  default void blocksHaveTheirOwnState() {
    set("u0", B0, "{'a': 'b'}");
    set("u0", B1, "{'b': 'c'}");

    assertThat(get("u0", B0)).isEqualTo("{'a': 'b'}");
    assertThat(get("u0", B1)).isEqualTo("{'b': 'c'}");
  }

  @Test
  default void manyBlocksAreSetAndGotAtOnce() {
    client().setMany("u0", Map.of(B0, json("{'a': 'b'}"), B1, json("{'b': 'c'}")));

    List<UserState> entries = client().getMany("u0", List.of(B0, B1)).toList();

    assertThat(lines(entries.stream()))
        .containsExactlyInAnyOrder("u0 b0 {'a': 'b'}", "u0 b1 {'b': 'c'}");
    assertThat(entries).extracting(UserState::block).containsExactlyInAnyOrder(B0, B1);
    assertThat(entries).extracting(UserState::scope).containsOnly(Scope.USER_STATE);
  }

  @Test
  default void deletedStateDoesNotExist() {
    assertNoState("u0", B0);
    set("u0", B0, "{'a': 'b'}");
    assertThat(get("u0", B0)).isEqualTo("{'a': 'b'}");

    client().delete("u0", B0);

    assertNoState("u0", B0);
  }

  @Test
  default void stateWhoseLastFieldIsDeletedDoesNotExist() {
    set("u0", B0, "{'a': 'b'}");

    client().delete("u0", B0, Fields.named("a"), Scope.USER_STATE);

    assertNoState("u0", B0);
    assertThat(stored("u0", B0).state()).isEqualTo("{}");
  }

  @Test
  default void aFieldIsDeletedFromManyBlocks() {
    client().setMany("u0", Map.of(B0, json("{'a': 'b'}"), B1, json("{'b': 'c'}")));

    client().deleteMany("u0", List.of(B0, B1), Fields.named("a"));

    assertThat(lines(client().getMany("u0", List.of(B0, B1)))).containsExactly("u0 b1 {'b': 'c'}");
  }

  @Test
  default void theTimeOfASaveLiesBetweenTheTimesAroundIt() {
    Instant before = stand().time();
    client().setMany("u0", Map.of(B0, json("{'a': 'b'}"), B1, json("{'b': 'c'}")));
    Instant after = stand().time();

    assertThat(client().get("u0", B0).updated()).isAfter(before).isBefore(after);
  }

  @Test
  default void theRowOfDeletedStateStays() {
    set("u0", B0, "{'a': 1}");
    client().delete("u0", B0);

    assertThat(stored("u0", B0).state()).isEqualTo("{}");
  }

  @Test
  default void deletingWhatIsNotThereMakesNoRow() {
    client().deleteMany("u0", List.of(B0, B1), Fields.ALL);
    client().deleteMany("u0", List.of(B0, B1), Fields.named("a"));

    assertThat(stand().stored("u0", B0)).isEmpty();
    assertNoHistory("u0", B0);
  }

  @Test
  default void otherFieldsAndTheirOrderSurviveADeletion() {
    set("u0", B0, "{'c': 1, 'a': 2, 'b': 3}");
    client().delete("u0", B0, Fields.named("a", "not there"), Scope.USER_STATE);

    assertThat(get("u0", B0)).isEqualTo("{'c': 1, 'b': 3}");
  }
}
