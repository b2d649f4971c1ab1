package org.openedx.devdata.jdbc;

/**
 * The connection ended while the server was asked to commit: it may have done so, or rolled back.
 */
public final class CommitInDoubtException extends DatabaseException {

  private static final long serialVersionUID = 1L;

  CommitInDoubtException(String message, Throwable cause) {
    super(message, cause);
  }
}
