package org.openedx.devdata.world;

import java.util.Set;
import org.openedx.devdata.random.Draw;

/**
 * Numbers for what has a name and no number of its own: the same whatever else there is, and above
 * those that the databases of a site give. Stateless.
 */
public final class NumberedByName {

  /** From here on. */
  public static final int FIRST = 1_000_000_000;

  private static final int ROOM = 1 << 24;

  private NumberedByName() {}

  /** The number of what has this key; two of many keys may have the same. */
  public static int of(long key) {
    return FIRST + Draw.below(Draw.of(key, 1), Integer.MAX_VALUE - FIRST);
  }

  /**
   * The number of what has this key, or the next one that is free.
   *
   * @param given the numbers that are not; the new one is added
   */
  public static int distinct(long key, Set<Integer> given) {
    int number = of(key);
    while (!given.add(number)) {
      number = number == Integer.MAX_VALUE ? FIRST : number + 1;
    }
    return number;
  }

  /** The first of some millions of numbers that belong to what has this key. */
  public static int firstOf(long key) {
    return FIRST + Draw.below(Draw.of(key, 2), Integer.MAX_VALUE - FIRST - ROOM);
  }
}
