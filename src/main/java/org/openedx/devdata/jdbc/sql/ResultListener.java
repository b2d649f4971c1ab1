package org.openedx.devdata.jdbc.sql;

import java.util.List;

/** Takes the results of statements, in order. */
public interface ResultListener {

  /**
   * A statement gives rows.
   *
   * @param rows are to be read before this returns, once
   */
  void rows(List<ResultColumn> columns, ResultRows rows);

  /** A statement gave no rows. */
  void changed(long rows);
}
