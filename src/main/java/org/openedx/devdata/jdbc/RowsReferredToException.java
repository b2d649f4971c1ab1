package org.openedx.devdata.jdbc;

import java.sql.SQLException;

/** Rows cannot be deleted, because foreign keys of other rows refer to them. */
public final class RowsReferredToException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RowsReferredToException(SQLException cause) {
    super(SqlFailures.sentence(cause), cause);
  }
}
