package org.openedx.devdata.plan;

/**
 * A reference whose row is known.
 *
 * @param written the {@link Reference} or {@link Row} that the factory wrote
 * @param key the referred row's primary key; null while that row is only planned
 */
record Resolved(Object written, Object key) {

  /**
   * The key behind a value, the value itself when it is none, null when not known before a load.
   */
  static Object plain(Object value) {
    if (value instanceof Resolved resolved) {
      return resolved.key;
    }
    return value instanceof Computed || value instanceof Row || value instanceof Reference
        ? null
        : value;
  }

  /**
   * Whether a value is the key of a row that this chunk created: nothing in the database can refer
   * to it.
   */
  static boolean isNew(Object value) {
    return value instanceof Resolved resolved
        && resolved.written instanceof Row row
        && row.action() == Action.CREATE
        && row.table().primaryKey().auto();
  }

  /** Whether a value refers to a row that is not written yet. */
  static boolean isPending(Object value) {
    return value instanceof Resolved resolved && resolved.key == null || value instanceof Computed;
  }
}
