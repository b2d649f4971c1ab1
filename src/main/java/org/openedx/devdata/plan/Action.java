package org.openedx.devdata.plan;

/** Action of a plan on one row. */
public enum Action {
  CREATE,
  UPDATE,
  UNCHANGED,
  DELETE
}
