package org.openedx.devdata.world;

import org.openedx.devdata.random.Permutation;

/**
 * Who is enrolled in a course: places 0 to n-1, each a different learner, in the order in which
 * they enrol. All runs of a course have the same roster. Immutable.
 */
public final class Roster {

  private final int size;
  private final Permutation order;

  Roster(int size, int learners, long key) {
    if (size > learners) {
      throw new IllegalArgumentException(size + " places but only " + learners + " learners");
    }
    this.size = size;
    this.order = new Permutation(learners, key);
  }

  /** How many learners enrol. */
  public int size() {
    return size;
  }

  /** The learner at a place. */
  public int learner(int place) {
    return (int) order.at(place);
  }
}
