package org.openedx.devdata.spec.load;

import org.openedx.devdata.spec.Position;

/**
 * One item of a top-level spec.
 *
 * @param ida the service
 * @param path of its spec file, as written
 * @param position of the item
 * @param pathPosition of the path
 */
record TopLevelEntry(String ida, String path, Position position, Position pathPosition) {}
