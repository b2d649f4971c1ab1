package org.openedx.devdata.service.content.publishing;

import java.time.Instant;
import java.util.Optional;

/**
 * Time of a change, its author, and where the spec says so.
 *
 * @param at when, in UTC
 * @param fixed whether the time is part of the spec; one that follows the run clock is not
 * @param by user name; empty for no user
 * @param origin where it is specified
 */
public record Moment(Instant at, boolean fixed, Optional<String> by, Origin origin) {}
