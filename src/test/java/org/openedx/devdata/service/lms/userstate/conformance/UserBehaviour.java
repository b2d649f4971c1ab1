package org.openedx.devdata.service.lms.userstate.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openedx.devdata.service.lms.userstate.conformance.StateSteps.json;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openedx.devdata.service.lms.userstate.Fields;
import org.openedx.devdata.service.lms.userstate.Scope;
import org.openedx.devdata.service.lms.userstate.StateChange;
import org.openedx.devdata.service.lms.userstate.UserStateClient;
import org.openedx.devdata.service.lms.userstate.UserStateException;

/** Scopes that are not kept, users who do not exist, and the anonymous user. */
@SuppressWarnings("resource") // Streams of the client hold nothing.
public interface UserBehaviour extends StateSteps {

  @ParameterizedTest
  @EnumSource(names = "USER_STATE", mode = EnumSource.Mode.EXCLUDE)
  default void anyOtherScopeIsRefusedBeforeAnythingIsDone(Scope scope) {
    List<ThrowingCallable> calls =
        List.of(
            () -> client().get("u0", B0, Fields.ALL, scope),
            () -> client().getMany("u0", List.of(B0), Fields.ALL, scope),
            () -> client().set("u0", B0, json("{'a': 1}"), scope),
            () -> client().setMany("u0", Map.of(B0, json("{'a': 1}")), scope),
            () -> client().setAll(List.of(new StateChange("u0", B0, json("{'a': 1}"))), scope),
            () -> client().delete("u0", B0, Fields.ALL, scope),
            () -> client().deleteMany("u0", List.of(B0), Fields.ALL, scope),
            () -> client().getHistory("u0", B0, scope),
            () -> client().iterAllForBlock(B0, scope),
            () -> client().iterAllForCourse(COURSE, Optional.empty(), scope));

    for (ThrowingCallable call : calls) {
      assertThatThrownBy(call)
          .isInstanceOf(UserStateException.UnsupportedScope.class)
          .hasMessage("scope '" + scope.word() + "' is not kept here; only 'user_state' is");
    }
    assertThat(stand().stored("u0", B0)).isEmpty();
  }

  @Test
  default void settingForAnUnknownUserFails() {
    assertThatThrownBy(() -> set("nobody", B0, "{'a': 1}"))
        .isInstanceOf(UserStateException.NoSuchUser.class)
        .hasMessage("there is no user \"nobody\"; create the account first");
  }

  @Test
  default void readingForAnUnknownUserFindsNothing() {
    assertNoState("nobody", B0);
    assertThat(client().getMany("nobody", List.of(B0, B1))).isEmpty();
    assertNoHistory("nobody", B0);
  }

  @Test
  default void deletingForAnUnknownUserDoesNothing() {
    assertThatCode(() -> client().delete("nobody", B0)).doesNotThrowAnyException();
  }

  @Test
  default void theAnonymousUserChangesNothingAndHasNothing() {
    set(UserStateClient.ANONYMOUS, B0, "{'a': 1}");
    client().delete(UserStateClient.ANONYMOUS, B0);

    assertNoState(UserStateClient.ANONYMOUS, B0);
    assertThat(client().iterAllForBlock(B0)).isEmpty();
  }

  @Test
  default void oneUnknownUserStopsTheWholeList() {
    List<StateChange> changes =
        List.of(
            new StateChange("u0", B0, json("{'a': 1}")),
            new StateChange("nobody", B0, json("{'a': 1}")));

    assertThatThrownBy(() -> client().setAll(changes, Scope.USER_STATE))
        .isInstanceOf(UserStateException.NoSuchUser.class);
    assertThat(stand().stored("u0", B0)).isEmpty();
  }
}
