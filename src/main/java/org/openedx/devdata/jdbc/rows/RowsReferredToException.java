package org.openedx.devdata.jdbc.rows;

import java.sql.SQLException;
import org.openedx.devdata.jdbc.SqlFailures;

/** Rows cannot be deleted, because foreign keys of other rows refer to them. */
public final class RowsReferredToException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RowsReferredToException(SQLException cause) {
    super(SqlFailures.sentence(cause), cause);
  }
}
