package org.openedx.devdata.service.lms.userstate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.openedx.devdata.opaquekeys.UsageKey;

/**
 * State that one user has stored in one block.
 *
 * @param username the user
 * @param block the block, with its course or library, without branch and version
 * @param state field name to value, in stored order; numbers exactly as stored
 * @param updated the returned fields have not changed since; microseconds
 * @param scope always {@link Scope#USER_STATE}
 */
public record UserState(
    String username, UsageKey block, ObjectNode state, Instant updated, Scope scope) {}
