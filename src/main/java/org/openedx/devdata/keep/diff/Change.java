package org.openedx.devdata.keep.diff;

/** Ways in which a row differs. */
public enum Change {
  ADDED,
  REMOVED,
  CHANGED
}
