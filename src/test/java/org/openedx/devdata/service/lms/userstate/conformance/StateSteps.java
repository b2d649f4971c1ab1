package org.openedx.devdata.service.lms.userstate.conformance;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.openedx.devdata.opaquekeys.CourseKey;
import org.openedx.devdata.opaquekeys.UsageKey;
import org.openedx.devdata.service.lms.userstate.Fields;
import org.openedx.devdata.service.lms.userstate.Scope;
import org.openedx.devdata.service.lms.userstate.StateVersion;
import org.openedx.devdata.service.lms.userstate.UserState;
import org.openedx.devdata.service.lms.userstate.UserStateClient;
import org.openedx.devdata.service.lms.userstate.UserStateException;
import org.openedx.devdata.service.lms.userstate.json.StateJson;

/** Blocks, and steps on their state, in which behaviours are described. */
public interface StateSteps {

  CourseKey COURSE = CourseKey.parse("course-v1:edX+DemoX+2026");
  CourseKey OTHER_COURSE = CourseKey.parse("course-v1:edX+DemoX+2027");
  UsageKey B0 = COURSE.block("problem", "b0");
  UsageKey B1 = COURSE.block("problem", "b1");
  UsageKey B1000 = OTHER_COURSE.block("problem", "b1000");
  UsageKey B1001 = OTHER_COURSE.block("problem", "b1001");
  UsageKey VIDEO = COURSE.block("video", "v0");

  /** The store of the running test. */
  StateStand stand();

  /** The client of that store. */
  default UserStateClient client() {
    return stand().client();
  }

  static ObjectNode json(String text) {
    return StateJson.parse(text.replace('\'', '"'));
  }

  static String text(ObjectNode state) {
    return StateJson.write(state).replace('"', '\'');
  }

  default String get(String user, UsageKey block, String... fields) {
    Fields wanted = fields.length == 0 ? Fields.ALL : Fields.named(fields);
    return text(client().get(user, block, wanted, Scope.USER_STATE).state());
  }

  default void set(String user, UsageKey block, String state) {
    client().set(user, block, json(state));
  }

  default void assertNoState(String user, UsageKey block) {
    assertThatThrownBy(() -> client().get(user, block))
        .isInstanceOf(UserStateException.DoesNotExist.class)
        .hasMessage("user '" + user + "' has no state in block '" + block + "'");
  }

  static List<String> lines(Stream<UserState> entries) {
    return entries
        .map(entry -> entry.username() + " " + entry.block().blockId() + " " + text(entry.state()))
        .toList();
  }

  default List<String> history(String user, UsageKey block) {
    return client()
        .getHistory(user, block)
        .map(version -> version.state().map(StateSteps::text).orElse("none"))
        .toList();
  }

  default void assertNoHistory(String user, UsageKey block) {
    Iterator<StateVersion> versions = client().getHistory(user, block).iterator();
    assertThatThrownBy(versions::hasNext)
        .isInstanceOf(UserStateException.DoesNotExist.class)
        .hasMessage("user '" + user + "' has no recorded version in block '" + block + "'");
  }

  default StateStand.Stored stored(String user, UsageKey block) {
    return stand().stored(user, block).orElseThrow();
  }
}
