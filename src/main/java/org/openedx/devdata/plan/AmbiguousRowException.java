package org.openedx.devdata.plan;

/** A row of a spec cannot be told from another one in the database. */
public final class AmbiguousRowException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Row row;

  public AmbiguousRowException(Row row, String message) {
    super(message);
    this.row = row;
  }

  public Row row() {
    return row;
  }
}
