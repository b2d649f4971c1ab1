package org.openedx.devdata.generate.checkpoint;

import java.io.IOException;

/** A run that may not begin where it was to; the message says why and what to do. */
public final class RunRefusedException extends IOException {

  public RunRefusedException(String message) {
    super(message);
  }
}
