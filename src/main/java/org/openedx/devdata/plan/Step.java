package org.openedx.devdata.plan;

/** The last step of a run: all before it is the same. */
public enum Step {
  /** Only tells; writes nothing. */
  PLAN,
  /** Creates and updates. */
  LOAD,
  /** Removes what the specs describe. */
  RESET,
  /**
   * Removes in a transaction that is then taken back: what goes depends on what is left, so only
   * doing it tells exactly.
   */
  RESET_DRY_RUN;

  /** Whether rows are removed, at least for the time of the transaction. */
  public boolean removes() {
    return this == RESET || this == RESET_DRY_RUN;
  }

  /** Whether what was done is kept. */
  public boolean commits() {
    return this == LOAD || this == RESET;
  }
}
