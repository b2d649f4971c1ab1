package org.openedx.devdata.spec.series;

import org.openedx.devdata.spec.Position;

/** A file of rows that cannot be read. */
public final class RowFault extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Position position;

  /**
   * @param position in the file; null where it was not opened
   */
  public RowFault(Position position, String message, Throwable cause) {
    super(message, cause);
    this.position = position;
  }

  /** The place in the file; null for the file as a whole, which the spec names wrongly. */
  public Position position() {
    return position;
  }
}
