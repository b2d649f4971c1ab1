package org.openedx.devdata.plan;

/** What a plan does with a row. */
public enum Action {
  CREATE,
  UPDATE,
  UNCHANGED,
  DELETE
}
