package org.openedx.devdata.jdbc.sql;

import java.util.List;
import java.util.function.Predicate;

/** Rows of a result, which are read from the server while they are taken. */
@FunctionalInterface
public interface ResultRows {

  /**
   * Reads rows until there are no more, or no more are wanted.
   *
   * @param taker takes a row, of {@code Long}, {@code BigDecimal}, {@code Double}, {@code String}
   *     or null; returns whether more rows are wanted
   * @throws ReadFailure when the server fails; to be passed on
   */
  void read(Predicate<List<Object>> taker);
}
