package org.openedx.devdata.plan.kind;

/** The last step of a run: all before it is the same. */
public enum Step {
  /** Only reports; writes nothing. */
  PLAN,
  /** Makes rows as an empty database would get them, to compare them with those of a full one. */
  EXPORT,
  /** Creates and updates. */
  LOAD,
  /** Removes what the specs describe. */
  RESET,
  /**
   * Removes in a transaction that is rolled back: rows go depending on what is left, so only doing
   * it gives the exact report.
   */
  RESET_DRY_RUN;

  /** Returns whether rows are removed, at least for the time of the transaction. */
  public boolean removes() {
    return this == RESET || this == RESET_DRY_RUN;
  }

  /** Returns whether the run's transactions are committed. */
  public boolean commits() {
    return this == LOAD || this == RESET;
  }
}
