package org.openedx.devdata.service.content.containers;

import java.util.Optional;
import org.openedx.devdata.service.content.publishing.Entity;
import org.openedx.devdata.service.content.publishing.Version;

/**
 * A child of a container.
 *
 * @param pinned the version that it is held at; empty for the latest
 */
public record Child(Entity entity, Optional<Version> pinned) {}
