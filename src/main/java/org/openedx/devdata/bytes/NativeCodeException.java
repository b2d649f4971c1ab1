package org.openedx.devdata.bytes;

/** Native code could not be loaded; the message says what to do. */
public final class NativeCodeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NativeCodeException(String message, Throwable cause) {
    super(message, cause);
  }
}
