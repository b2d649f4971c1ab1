package org.openedx.devdata.cli.console;

/** A load of generated data could not be carried on; the message says what to do. Exit code 1. */
public final class CommandException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public CommandException(String message, Throwable cause) {
    super(message, cause);
  }
}
