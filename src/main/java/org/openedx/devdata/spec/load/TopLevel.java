package org.openedx.devdata.spec.load;

import java.util.List;
import java.util.Map;

/**
 * A top-level spec, read and checked.
 *
 * @param entries in run order
 * @param targets connections by target name and service
 */
record TopLevel(List<TopLevelEntry> entries, Map<String, Map<String, TargetConnection>> targets) {}
