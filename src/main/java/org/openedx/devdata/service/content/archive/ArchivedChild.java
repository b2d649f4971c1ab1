package org.openedx.devdata.service.content.archive;

import java.util.OptionalInt;

/**
 * A child of a container's version.
 *
 * @param key the child's key
 * @param pinned the version that it is held at; empty for the latest
 */
public record ArchivedChild(String key, OptionalInt pinned) {}
