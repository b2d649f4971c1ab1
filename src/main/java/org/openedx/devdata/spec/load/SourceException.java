package org.openedx.devdata.spec.load;

/** A spec file cannot be had. The message is for a person. */
final class SourceException extends Exception {

  private static final long serialVersionUID = 1L;

  SourceException(String message) {
    super(message);
  }

  SourceException(String message, Throwable cause) {
    super(message, cause);
  }
}
