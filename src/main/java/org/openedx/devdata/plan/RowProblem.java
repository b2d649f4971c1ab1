package org.openedx.devdata.plan;

import org.openedx.devdata.spec.Position;

/** A record cannot be planned or written in this database; its transaction is rolled back. */
public final class RowProblem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Position position;

  public RowProblem(Position position, String message) {
    super(position + ": " + message);
    this.position = position;
  }

  public RowProblem(Position position, String message, Throwable cause) {
    super(position + ": " + message, cause);
    this.position = position;
  }

  public Position position() {
    return position;
  }
}
