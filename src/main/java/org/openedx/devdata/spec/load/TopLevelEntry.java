package org.openedx.devdata.spec.load;

import org.openedx.devdata.spec.Position;

/**
 * One item of a top-level spec.
 *
 * @param ida the service
 * @param path of its spec file, as written
 * @param fromHere whether a relative path goes out from the working folder, not from the file's
 * @param position of the item
 * @param pathPosition of the path
 */
record TopLevelEntry(
    String ida, String path, boolean fromHere, Position position, Position pathPosition) {}
