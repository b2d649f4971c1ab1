package org.openedx.devdata.service.content.publishing;

import org.openedx.devdata.spec.Position;

/**
 * Origin of a step of a history.
 *
 * @param kind kind of the record
 * @param position its place, for messages
 */
public record Origin(String kind, Position position) {}
