package org.openedx.devdata.spec.series;

import java.util.BitSet;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.random.RandomStream;

/** The combinations that a series makes records of: all, or a share by seed. Immutable. */
final class Chosen {

  /** One count is kept for so many combinations. */
  private static final int BLOCK = 1024;

  private final int size;
  private final BitSet chosen;

  /** Number of chosen combinations before each block. */
  private final int[] before;

  private Chosen(int size, BitSet chosen, int[] before) {
    this.size = size;
    this.chosen = chosen;
    this.before = before;
  }

  static Chosen all(int total) {
    return new Chosen(total, null, null);
  }

  /**
   * Each combination by itself with the same probability.
   *
   * @param share from 0 to 1
   */
  static Chosen share(int total, double share, RandomStream stream) {
    BitSet chosen = new BitSet(total);
    int[] before = new int[total / BLOCK + 1];
    int size = 0;
    for (int number = 0; number < total; number++) {
      if (number % BLOCK == 0) {
        before[number / BLOCK] = size;
      }
      if (Draw.chance(stream.at(number), share)) {
        chosen.set(number);
        size++;
      }
    }
    return new Chosen(size, chosen, before);
  }

  int size() {
    return size;
  }

  /** The combination of a record, by its index. */
  int number(int index) {
    if (chosen == null) {
      return index;
    }
    int low = 0;
    int high = before.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (before[middle] <= index) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    int number = chosen.nextSetBit(low * BLOCK);
    for (int rest = index - before[low]; rest > 0; rest--) {
      number = chosen.nextSetBit(number + 1);
    }
    return number;
  }
}
