package org.openedx.devdata.plan;

/**
 * A reference whose row is known.
 *
 * @param written the {@link Reference} or {@link Row} that the factory wrote
 * @param key the referred row's primary key; null while that row is only planned, or is written
 *     behind the planner's back
 * @param fresh whether this run created the row and the server numbered it
 */
record Resolved(Object written, Object key, boolean fresh) {

  /** A row of the same chunk, planned before. */
  static Resolved of(Row row) {
    boolean fresh = row.action() == Action.CREATE && row.table().primaryKey().auto();
    return new Resolved(row, row.isDeferred() ? null : row.key(), fresh);
  }

  /**
   * What is written for a value: as {@link #plain}, but for keys that came to be after it was
   * resolved. For whoever writes, after the row that is referred to.
   */
  static Object written(Object value) {
    return value instanceof Resolved resolved
            && resolved.key == null
            && resolved.written instanceof Row row
        ? row.key()
        : plain(value);
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
