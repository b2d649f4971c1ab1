package org.openedx.devdata.cli.console.failure;

/** The command line asks for something that cannot be meant. Exit code 2. */
public final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message);
  }
}
