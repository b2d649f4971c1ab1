package org.openedx.devdata.cli.console.failure;

import org.openedx.devdata.cli.report.failure.ErrorCode;

/** A command could not do what it was to do; the message says what to do. */
public final class CommandException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ErrorCode code;

  public CommandException(ErrorCode code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  ErrorCode code() {
    return code;
  }
}
