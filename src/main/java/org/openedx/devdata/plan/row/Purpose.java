package org.openedx.devdata.plan.row;

/** Reason for a row in the plan. */
public enum Purpose {
  /** A record of the spec stands for it. */
  DECLARED,
  /** It belongs to a declared row, as a profile belongs to a user; created with it. */
  DERIVED,
  /**
   * A declared row needs it and the spec does not mention it: created with factory defaults when it
   * does not exist, and never changed.
   */
  IMPLIED,
  /** Append-only copy of another row's saves. */
  HISTORY
}
