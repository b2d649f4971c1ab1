package org.openedx.devdata.plan;

/** The last step of a run: all before it is the same. */
public enum Step {
  /** Only tells; writes nothing. */
  PLAN,
  /** Creates and updates. */
  LOAD,
  /** Removes what the specs describe. */
  RESET
}
