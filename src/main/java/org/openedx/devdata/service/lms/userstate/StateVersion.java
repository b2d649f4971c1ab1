package org.openedx.devdata.service.lms.userstate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import org.openedx.devdata.opaquekeys.UsageKey;

/**
 * The state of a block right after one of its modifications.
 *
 * @param username the user
 * @param block the block
 * @param state the state; empty when there was none or all of it had been deleted
 * @param updated when it was modified
 * @param scope always {@link Scope#USER_STATE}
 */
public record StateVersion(
    String username, UsageKey block, Optional<ObjectNode> state, Instant updated, Scope scope) {}
