package org.openedx.devdata.service.lms.userstate;

import java.util.function.UnaryOperator;

/**
 * One save of a learner state row.
 *
 * @param user key of the user
 * @param place the block
 * @param creates whether a missing row is created; otherwise it is left missing
 * @param change makes the new state text of the stored one, null for none; called again when the
 *     save is tried again
 * @param origin the change that it makes, for failures; null for a deletion
 */
public record Edit(
    long user,
    BlockPlace place,
    boolean creates,
    UnaryOperator<String> change,
    StateChange origin) {}
