package org.openedx.devdata.jdbc.sql;

import java.util.List;

/** Takes the results of statements, in order. */
public interface ResultListener {

  /** A statement gives rows with these columns. */
  void columns(List<ResultColumn> columns);

  /**
   * A row of it.
   *
   * @param values {@code Long}, {@code BigDecimal}, {@code Double}, {@code String}, or null
   * @return whether more rows are wanted
   */
  boolean row(List<Object> values);

  /** The statement is done; it gave rows. */
  void rowsEnd();

  /** A statement gave no rows. */
  void changed(long rows);
}
