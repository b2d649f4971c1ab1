package org.openedx.devdata.world.template;

import org.openedx.devdata.random.Draw;

/**
 * Whole numbers from one to another, both included.
 *
 * @param low smallest
 * @param high largest
 */
public record Span(int low, int high) {

  public Span {
    if (low > high || low < 0) {
      throw new IllegalArgumentException(low + " to " + high + " has no number");
    }
  }

  /** One of the numbers, all alike probable. */
  int pick(long bits) {
    return low + Draw.below(bits, high - low + 1);
  }
}
