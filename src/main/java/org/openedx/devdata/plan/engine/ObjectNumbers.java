package org.openedx.devdata.plan.engine;

import java.util.IdentityHashMap;

/**
 * Numbers that distinguish objects; {@link System#identityHashCode} gives two of some ten thousand
 * objects the same. Not thread-safe.
 */
final class ObjectNumbers {

  private final IdentityHashMap<Object, Integer> numbers = new IdentityHashMap<>();

  /** The object's number, which no other object has. */
  int of(Object object) {
    Integer number = numbers.putIfAbsent(object, numbers.size());
    return number == null ? numbers.size() - 1 : number;
  }
}
