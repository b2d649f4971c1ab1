package org.openedx.devdata.service.aspects.entry;

import org.openedx.devdata.jdbc.clickhouse.ClickHouse;

/**
 * Names for inserts, none of which was there before. A server takes an insert of the same rows, or
 * of the same name, for a repetition and drops it; here the rows may have been removed since. Not
 * thread-safe.
 */
final class InsertNames {

  private final String run;
  private int count;

  /** Asks the server for a UUID, which distinguishes this run from all others. */
  InsertNames(ClickHouse server) {
    this.run = server.value("SELECT toString(generateUUIDv4())");
  }

  String next() {
    return run + "-" + count++;
  }
}
