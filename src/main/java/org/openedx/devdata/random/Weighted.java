package org.openedx.devdata.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Values with weights, picked in constant time from one draw. Immutable when the values are.
 *
 * @param <T> type of the values
 */
public final class Weighted<T> {

  private final List<T> values;
  private final AliasTable table;

  private Weighted(List<T> values, AliasTable table) {
    this.values = values;
    this.table = table;
  }

  /**
   * Values with their weights.
   *
   * @param weights weight of each value; the map's order must be fixed, as a {@code
   *     LinkedHashMap}'s is, because it decides which draw gives which value
   */
  public static <T> Weighted<T> of(Map<T, ? extends Number> weights) {
    List<T> values = new ArrayList<>(weights.keySet());
    return new Weighted<>(
        List.copyOf(values),
        AliasTable.of(weights.values().stream().mapToDouble(Number::doubleValue).toArray()));
  }

  /** The values, in their given order. */
  public List<T> values() {
    return values;
  }

  /** One of the values, by weight. */
  public T pick(long bits) {
    return values.get(table.pick(bits));
  }
}
