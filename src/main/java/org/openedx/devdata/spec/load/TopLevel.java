package org.openedx.devdata.spec.load;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A top-level spec, read and checked.
 *
 * @param name of the spec, if it has one
 * @param entries in run order
 * @param empty whether nothing is listed, not even something wrong
 * @param targets connections by target name and service
 */
record TopLevel(
    Optional<String> name,
    List<TopLevelEntry> entries,
    boolean empty,
    Map<String, Map<String, TargetConnection>> targets) {}
