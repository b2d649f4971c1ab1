package org.openedx.devdata.cli.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import org.openedx.devdata.cli.report.json.Meaning;
import org.openedx.devdata.opaquekeys.UsageKey;
import org.openedx.devdata.service.lms.userstate.Scope;
import org.openedx.devdata.service.lms.userstate.StateVersion;
import org.openedx.devdata.service.lms.userstate.UserState;

/** The state of a user in a block. */
record StateResult(
    @Meaning("the user's name") String user,
    @Meaning("the block's usage key") String block,
    @Meaning(value = "its course, where the key does not name the run", leftOut = true)
        Optional<String> course,
    @Meaning("the state; null in a history where it was deleted") Optional<ObjectNode> state,
    @Meaning("when it was written") Instant updated,
    @Meaning("its scope, such as `user_state`") Scope scope) {

  static StateResult of(UserState entry) {
    return new StateResult(
        entry.username(),
        entry.block().text(),
        course(entry.block()),
        Optional.of(entry.state()),
        entry.updated(),
        entry.scope());
  }

  static StateResult of(StateVersion version) {
    return new StateResult(
        version.username(),
        version.block().text(),
        course(version.block()),
        version.state(),
        version.updated(),
        version.scope());
  }

  /** Only where the key alone does not say it, and then {@code state set --stdin} needs it. */
  private static Optional<String> course(UsageKey block) {
    return block.text().startsWith("i4x:")
        ? block.contextKey().map(key -> key.text())
        : Optional.empty();
  }
}
