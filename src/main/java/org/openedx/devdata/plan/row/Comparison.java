package org.openedx.devdata.plan.row;

import java.util.List;

/** Comparison of a database's value with the spec's, where equality is too strict. */
@FunctionalInterface
public interface Comparison {

  /**
   * A value that the database has and one that the spec wants.
   *
   * @param found null for NULL
   */
  record Pair(Object found, Object wanted) {}

  /**
   * Called once with all pairs of a chunk that are not equal, before they are asked for one by one:
   * the place for work that is better done together.
   */
  default void prepare(List<Pair> pairs) {}

  /**
   * @param found the database's value, null for NULL
   * @param wanted the spec's value
   */
  boolean agrees(Object found, Object wanted);

  /**
   * Returns whether the database's value is right where the spec wants a row that is not written
   * yet: never, by default.
   *
   * @param found the database's value, null for NULL
   */
  default boolean agreesWithNewRow(Object found) {
    return false;
  }

  /**
   * Returns the value that is written where the two do not agree: the spec's, unless that is only a
   * part.
   *
   * @param found the database's value, null for NULL
   * @throws IllegalArgumentException saying why nothing can be written over the database's value
   */
  default Object laidOver(Object found, Object wanted) {
    return wanted;
  }
}
