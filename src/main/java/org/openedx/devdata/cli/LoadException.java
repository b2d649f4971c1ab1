package org.openedx.devdata.cli;

/** A load of generated data could not be carried on; the message says what to do. Exit code 1. */
final class LoadException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LoadException(String message, Throwable cause) {
    super(message, cause);
  }
}
