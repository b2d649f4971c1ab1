package org.openedx.devdata.random;

import java.util.Arrays;

/**
 * Picks an index by weight from a number between 0 and 1, lower numbers for lower indexes. Slower
 * than {@link AliasTable}, but monotonic, so that {@link Stratified} numbers give each index its
 * exact share. Immutable.
 */
public final class CumulativeTable {

  private final double[] ends;

  private CumulativeTable(double[] ends) {
    this.ends = ends;
  }

  /**
   * A table of weights.
   *
   * @param weights not negative, finite, not all zero; an index of weight zero is never picked
   */
  public static CumulativeTable of(double... weights) {
    double total = AliasTable.checkedSum(weights);
    double[] ends = new double[weights.length];
    double sum = 0;
    int last = 0;
    for (int index = 0; index < weights.length; index++) {
      sum += weights[index];
      ends[index] = sum / total;
      last = weights[index] > 0 ? index : last;
    }
    Arrays.fill(ends, last, ends.length, 1.0);
    return new CumulativeTable(ends);
  }

  /** Number of indexes. */
  public int size() {
    return ends.length;
  }

  /**
   * An index, by weight.
   *
   * @param u from 0 up to, not including, 1
   */
  public int pick(double u) {
    int low = 0;
    int high = ends.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (u < ends[middle]) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
