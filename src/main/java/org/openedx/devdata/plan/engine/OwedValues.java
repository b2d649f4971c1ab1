package org.openedx.devdata.plan.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.plan.row.RowProblem;

/**
 * Rows whose unique value was taken by a row of an earlier chunk: until their own record is planned
 * they hold a free value, and are compared by the one that they had. Those that no record gives
 * another value fail the entry at its end. Not thread-safe.
 */
final class OwedValues {

  /** More rows than these are only counted in a message. */
  private static final int SHOWN = 20;

  /** Values that rows had before another one took them, by table, primary key and column. */
  private final Map<Table, Map<Object, Map<Integer, Object>>> originals = new HashMap<>();

  /** Unique keys of rows that still have to get another value. */
  private final Map<Place, Map<Object, Claim>> open = new LinkedHashMap<>();

  /** A unique key of a table. */
  record Place(Table table, List<String> columns) {}

  /**
   * A row that took a value.
   *
   * @param holders names rows of the table by their primary keys
   * @param problem what to say of the row when the holder with this name keeps the value
   */
  record Claim(
      Function<Collection<Object>, Map<Object, String>> holders,
      Function<String, RowProblem> problem) {}

  /** Notes that a row, with this primary key, must get another value than it had in a column. */
  void owe(Place place, Object key, int column, Object original, Claim claim) {
    originals
        .computeIfAbsent(place.table(), any -> new HashMap<>())
        .computeIfAbsent(key, any -> new HashMap<>())
        .putIfAbsent(column, original);
    open.computeIfAbsent(place, any -> new LinkedHashMap<>()).putIfAbsent(key, claim);
  }

  /** Puts back what a found row had before another one took it. */
  void restore(Table table, Object key, Object[] found) {
    originals
        .getOrDefault(table, Map.of())
        .getOrDefault(key, Map.of())
        .forEach((column, value) -> found[column] = value);
  }

  /** Rows with these primary keys get another value. */
  void pay(Place place, Collection<Object> keys) {
    Map<Object, Claim> claims = open.get(place);
    if (claims != null) {
      claims.keySet().removeAll(keys);
    }
  }

  /**
   * Ends an entry.
   *
   * @throws RowProblem when rows keep values that others took
   */
  void end() {
    List<RowProblem> problems = new ArrayList<>();
    open.values().forEach(claims -> problems.addAll(problems(claims)));
    originals.clear();
    open.clear();
    if (!problems.isEmpty()) {
      throw RowProblem.of(problems, SHOWN);
    }
  }

  private static List<RowProblem> problems(Map<Object, Claim> claims) {
    if (claims.isEmpty()) {
      return List.of();
    }
    Map<Object, String> names = claims.values().iterator().next().holders().apply(claims.keySet());
    return claims.entrySet().stream()
        .map(claim -> claim.getValue().problem().apply(names.get(claim.getKey())))
        .toList();
  }
}
