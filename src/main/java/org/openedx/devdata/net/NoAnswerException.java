package org.openedx.devdata.net;

import java.io.IOException;

/** A server gave no answer, or none that is whole. The message is the reason alone, in words. */
public final class NoAnswerException extends IOException {

  private static final long serialVersionUID = 1L;

  NoAnswerException(String message, Throwable cause) {
    super(message, cause);
  }
}
