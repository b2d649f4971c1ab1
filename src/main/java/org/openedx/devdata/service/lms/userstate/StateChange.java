package org.openedx.devdata.service.lms.userstate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.openedx.devdata.opaquekeys.UsageKey;

/**
 * Fields to lay over what a user has stored in a block.
 *
 * @param username the user; empty for an anonymous one, which changes nothing
 * @param block the block
 * @param state the fields to replace or add
 */
public record StateChange(String username, UsageKey block, ObjectNode state) {}
