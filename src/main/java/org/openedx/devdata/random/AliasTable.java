package org.openedx.devdata.random;

import java.util.Arrays;

/**
 * Picks an index by weight in constant time from one draw: Walker's alias method as built by Vose
 * ("A Linear Algorithm for Generating Random Numbers with a Given Distribution", 1991). Immutable.
 */
public final class AliasTable {

  /** Below this, as unsigned bits, a column yields itself, else its alias. */
  private final long[] thresholds;

  private final int[] aliases;

  private AliasTable(long[] thresholds, int[] aliases) {
    this.thresholds = thresholds;
    this.aliases = aliases;
  }

  /**
   * A table of weights.
   *
   * @param weights not negative, finite, not all zero; an index of weight zero is never picked
   */
  public static AliasTable of(double... weights) {
    double total = checkedSum(weights);
    int size = weights.length;
    double[] scaled = Arrays.stream(weights).map(weight -> weight / total * size).toArray();
    int[] aliases = new int[size];
    long[] thresholds = new long[size];
    int[] small = new int[size];
    int[] large = new int[size];
    int smalls = 0;
    int larges = 0;
    for (int index = 0; index < size; index++) {
      if (scaled[index] < 1) {
        small[smalls++] = index;
      } else {
        large[larges++] = index;
      }
    }
    while (smalls > 0 && larges > 0) {
      int less = small[--smalls];
      int more = large[larges - 1];
      thresholds[less] = bits(scaled[less]);
      aliases[less] = more;
      scaled[more] -= 1 - scaled[less];
      if (scaled[more] < 1) {
        larges--;
        small[smalls++] = more;
      }
    }
    // What is left is 1 but for rounding, and yields itself.
    while (larges > 0) {
      int index = large[--larges];
      aliases[index] = index;
    }
    int heaviest = heaviest(weights);
    while (smalls > 0) {
      int index = small[--smalls];
      aliases[index] = weights[index] > 0 ? index : heaviest;
    }
    return new AliasTable(thresholds, aliases);
  }

  /** Number of indexes. */
  public int size() {
    return aliases.length;
  }

  /** An index, by weight. */
  public int pick(long bits) {
    int column = (int) Draw.multiplyHigh(bits, aliases.length);
    long within = bits * aliases.length;
    return Long.compareUnsigned(within, thresholds[column]) < 0 ? column : aliases[column];
  }

  static double checkedSum(double[] weights) {
    double total = 0;
    for (double weight : weights) {
      if (!(weight >= 0) || Double.isInfinite(weight)) {
        throw new IllegalArgumentException("a weight is negative or not a number: " + weight);
      }
      total += weight;
    }
    if (!(total > 0) || Double.isInfinite(total)) {
      throw new IllegalArgumentException("weights must have a positive, finite sum, not " + total);
    }
    return total;
  }

  private static int heaviest(double[] weights) {
    int heaviest = 0;
    for (int index = 1; index < weights.length; index++) {
      heaviest = weights[index] > weights[heaviest] ? index : heaviest;
    }
    return heaviest;
  }

  /** A probability below 1 as unsigned 64 bits. */
  private static long bits(double probability) {
    return (long) (probability * 0x1.0p63) << 1;
  }
}
