package org.openedx.devdata.generate;

import java.io.IOException;

/** A run that may not begin where it was to; the message says why and what to do. */
public final class RunRefusedException extends IOException {

  RunRefusedException(String message) {
    super(message);
  }
}
