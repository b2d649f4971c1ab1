package org.openedx.devdata.spec.series;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The axes of a series, the slowest first. Complete once the series is read; not thread-safe until
 * then.
 */
final class Axes {

  private final List<Axis> all = new ArrayList<>();
  private final Set<String> used = new HashSet<>();

  /** Adds an axis that changes faster than all before; returns its index. */
  int add(Axis axis) {
    all.add(axis);
    return all.size() - 1;
  }

  /** The slowest axis. */
  Axis first() {
    return all.get(0);
  }

  /** Returns whether a placeholder has asked for a value of this name. */
  boolean isUsed(String name) {
    return used.contains(name);
  }

  /** Number of combinations; {@code Long.MAX_VALUE} for more than a long can hold. */
  long size() {
    long size = 1;
    for (Axis axis : all) {
      long high = Math.multiplyHigh(size, axis.size());
      size *= axis.size();
      if (high != 0 || size < 0) {
        return Long.MAX_VALUE;
      }
    }
    return size;
  }

  /** The places of a combination. */
  Turn turn(int number) {
    int[] places = new int[all.size()];
    int rest = number;
    for (int axis = places.length - 1; axis >= 0; axis--) {
      int size = all.get(axis).size();
      places[axis] = rest % size;
      rest /= size;
    }
    return new Turn(number, places);
  }

  /** Indexes of the axes whose elements have names. */
  List<Integer> named() {
    List<Integer> named = new ArrayList<>();
    for (int axis = 0; axis < all.size(); axis++) {
      if (all.get(axis) instanceof Axis.Named) {
        named.add(axis);
      }
    }
    return named;
  }

  Axis.Named named(int axis) {
    return (Axis.Named) all.get(axis);
  }

  /** The first axis that has values of a name, or of {@code axis.name}. */
  Optional<NamedValue> find(String name) {
    for (int axis : named()) {
      Axis.Named candidate = named(axis);
      String own =
          name.startsWith(candidate.name() + ".")
              ? name.substring(candidate.name().length() + 1)
              : name;
      if (candidate.fields().contains(own)) {
        used.add(own);
        return Optional.of(new NamedValue(axis, candidate, own));
      }
    }
    return Optional.empty();
  }

  /** A value of the elements of an axis. */
  record NamedValue(int index, Axis.Named axis, String field) {

    Optional<String> at(Turn turn) {
      return axis.value(turn.places()[index], field);
    }
  }
}
