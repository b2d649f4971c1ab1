package org.openedx.devdata.plan.row;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Values of a row that no record asks for in particular: others would do as well. They are made
 * when they are first asked for, so never for a row that is there. Safe to share between threads.
 */
public final class MadeUp {

  private final IntFunction<Map<String, Object>> maker;
  private final List<String> columns;
  // Immutable, so that threads that make it twice see one or the other, whole.
  private Map<String, Object> first;

  /**
   * @param maker values by column for an attempt, counted from 0; the same whenever it is asked
   * @param columns names of the columns that have such values
   */
  MadeUp(IntFunction<Map<String, Object>> maker, List<String> columns) {
    this.maker = maker;
    this.columns = List.copyOf(columns);
  }

  /** Names of the columns that have such values. */
  public List<String> columns() {
    return columns;
  }

  /**
   * The value of a column.
   *
   * @param attempt 0 for the first one, others should that not do
   */
  public Object value(String column, int attempt) {
    return (attempt == 0 ? first() : maker.apply(attempt)).get(column);
  }

  private Map<String, Object> first() {
    Map<String, Object> values = first;
    if (values == null) {
      values = Map.copyOf(maker.apply(0));
      first = values;
    }
    return values;
  }
}
