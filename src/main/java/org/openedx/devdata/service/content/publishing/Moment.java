package org.openedx.devdata.service.content.publishing;

import java.time.Instant;
import java.util.Optional;
import org.openedx.devdata.spec.Position;

/**
 * When something was done, by whom, and where that is told.
 *
 * @param at when, in UTC
 * @param fixed whether the time is part of what is told; one that follows the run clock is not
 * @param by user name; empty for nobody
 * @param position where it is told, for messages
 */
public record Moment(Instant at, boolean fixed, Optional<String> by, Position position) {}
