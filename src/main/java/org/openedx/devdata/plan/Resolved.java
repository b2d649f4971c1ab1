package org.openedx.devdata.plan;

/**
 * A reference whose row is known.
 *
 * @param written the {@link Reference} or {@link Row} that the factory wrote
 * @param key the referred row's primary key; null while that row is only planned
 * @param fresh whether this run created the row and the server numbered it
 */
record Resolved(Object written, Object key, boolean fresh) {

  /** A row of the same chunk, planned before. */
  static Resolved of(Row row) {
    boolean fresh = row.action() == Action.CREATE && row.table().primaryKey().auto();
    return new Resolved(row, row.key(), fresh);
  }

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

  /** Whether nothing in the database can refer to the row, because this run numbered it. */
  static boolean isNew(Object value) {
    return value instanceof Resolved resolved && resolved.fresh;
  }

  /** Whether a value refers to a row that is not written yet. */
  static boolean isPending(Object value) {
    return value instanceof Resolved resolved && resolved.key == null || value instanceof Computed;
  }
}
