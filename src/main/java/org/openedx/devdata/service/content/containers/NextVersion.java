package org.openedx.devdata.service.content.containers;

import java.util.List;
import java.util.Optional;

/**
 * Description of the next version of a container.
 *
 * @param number empty for the next one
 * @param title empty to keep the one before
 * @param children all children; empty to keep those of the version before
 * @param appended children put behind those
 * @param removed children that are taken out wherever they stand as they are given: an unpinned one
 *     leaves those that are held at a version
 */
public record NextVersion(
    Optional<Integer> number,
    Optional<String> title,
    Optional<List<Child>> children,
    List<Child> appended,
    List<Child> removed) {}
