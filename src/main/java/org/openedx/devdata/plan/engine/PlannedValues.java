package org.openedx.devdata.plan.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openedx.devdata.spec.Position;

/**
 * Unique values that rows of a plan take and give up: nothing is written, so they cannot be looked
 * up. Remembers nothing where a run writes. Not thread-safe.
 */
final class PlannedValues {

  /**
   * A row that takes a value.
   *
   * @param key its primary key, null for a new one
   * @param position its record
   */
  record Taken(Object key, Position position) {}

  private final boolean remembers;
  private final Map<OwedValues.Place, Map<String, Taken>> taken = new HashMap<>();

  /** Primary keys of rows that give up their value. */
  private final Map<OwedValues.Place, Set<Object>> givenUp = new HashMap<>();

  PlannedValues(boolean remembers) {
    this.remembers = remembers;
  }

  /** Notes who takes a value, and returns another row that did before. */
  Optional<Taken> take(OwedValues.Place place, String value, Taken row) {
    if (!remembers) {
      return Optional.empty();
    }
    Taken other = taken.computeIfAbsent(place, any -> new HashMap<>()).put(value, row);
    return Optional.ofNullable(other)
        .filter(before -> row.key() == null || !row.key().equals(before.key()));
  }

  void giveUp(OwedValues.Place place, Collection<Object> keys) {
    if (remembers) {
      givenUp.computeIfAbsent(place, any -> new HashSet<>()).addAll(keys);
    }
  }

  boolean isGivenUp(OwedValues.Place place, Object key) {
    return givenUp.getOrDefault(place, Set.of()).contains(key);
  }
}
