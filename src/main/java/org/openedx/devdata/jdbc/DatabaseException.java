package org.openedx.devdata.jdbc;

/** A database could not be reached, is not as expected or refused something. Exit code 1. */
public class DatabaseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DatabaseException(String message) {
    super(message);
  }

  public DatabaseException(String message, Throwable cause) {
    super(message, cause);
  }
}
