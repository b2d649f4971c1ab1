package org.openedx.devdata.jdbc.sql;

/** A failure to read rows, on its way through the one who takes them. */
public final class ReadFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ReadFailure(Exception cause) {
    super(cause);
  }
}
