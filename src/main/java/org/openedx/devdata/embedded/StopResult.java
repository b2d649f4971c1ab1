package org.openedx.devdata.embedded;

/** Outcome of a request to stop an embedded server. */
public enum StopResult {
  /** It ended in good order. */
  STOPPED,
  /** Others use it; it ends when the last of them is done. */
  IN_USE,
  /** There was none. */
  NOT_RUNNING
}
