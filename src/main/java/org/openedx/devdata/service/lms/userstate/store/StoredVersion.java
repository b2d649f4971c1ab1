package org.openedx.devdata.service.lms.userstate.store;

import java.time.LocalDateTime;

/**
 * A version as it is stored.
 *
 * @param state JSON text after the save, or null
 * @param created when it was saved, UTC
 */
public record StoredVersion(String state, LocalDateTime created) {}
