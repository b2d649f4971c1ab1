package org.openedx.devdata.plan;

import java.util.BitSet;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/**
 * Values of a row that nobody asked for in particular: others would do as well. Not thread-safe.
 */
final class MadeUp {

  /** Of so many people one has a name in any character set that Django sites have had. */
  private static final int ATTEMPTS = 500;

  private final IntFunction<Map<String, Object>> maker;
  private final RowColumns columns;
  private final BitSet own = new BitSet();

  /** Fills the columns that have no value yet. */
  MadeUp(IntFunction<Map<String, Object>> maker, RowColumns columns) {
    this.maker = maker;
    this.columns = columns;
    maker
        .apply(0)
        .forEach(
            (name, value) -> {
              int column = columns.indexOf(name);
              if (!columns.isWritten(column)) {
                columns.fill(column, value);
                own.set(column);
              }
            });
  }

  /** Makes values up again until they fit, or there is no use. */
  void fit(IntPredicate fits) {
    for (int attempt = 1; attempt < ATTEMPTS && !own.stream().allMatch(fits); attempt++) {
      maker
          .apply(attempt)
          .forEach(
              (name, value) -> {
                if (own.get(columns.indexOf(name))) {
                  columns.replace(columns.indexOf(name), value);
                }
              });
    }
  }
}
