package org.openedx.devdata.jdbc.rows;

import java.sql.SQLException;
import org.openedx.devdata.jdbc.SqlFailures;

/** The server refused one row of a bulk write; carries which, so that its record can be named. */
public final class RowRejectedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int row;

  RowRejectedException(int row, SQLException cause) {
    super(SqlFailures.sentence(cause), cause);
    this.row = row;
  }

  /** Index of the row in the list that was to be written. */
  public int row() {
    return row;
  }
}
