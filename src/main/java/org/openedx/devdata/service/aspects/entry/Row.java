package org.openedx.devdata.service.aspects.entry;

import java.util.UUID;

/**
 * A row as it should be.
 *
 * @param high upper half of the id by which it is found: of its export, or of the statement
 * @param low lower half of that
 * @param hash xxHash64 of its values
 * @param micros moment of the statement, microseconds since 1970; 0 for rows of other tables
 * @param from where it begins in the bytes of its chunk
 * @param to where it ends
 */
record Row(long high, long low, long hash, long micros, int from, int to) {

  UUID id() {
    return new UUID(high, low);
  }
}
