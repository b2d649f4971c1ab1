package org.openedx.devdata.random;

/**
 * Numbers between 0 and 1 for the members of a population of known size, spread so evenly that each
 * of {@code size} equal intervals gets exactly one of them. Put through a {@link Quantile} or a
 * {@link CumulativeTable}, even a small population has the proportions that were asked for.
 * Immutable.
 *
 * @param order which interval each member gets
 */
public record Stratified(Permutation order) {

  /**
   * Numbers for a population.
   *
   * @param size of the population
   * @param key 64 uniform bits that choose the order
   */
  public static Stratified of(long size, long key) {
    return new Stratified(new Permutation(size, key));
  }

  /**
   * The number of a member, neither 0 nor 1.
   *
   * @param member from 0
   * @param bits one draw of the member
   */
  public double at(long member, long bits) {
    return Math.min((order.at(member) + Draw.openUnit(bits)) / order.size(), 1 - 0x1.0p-53);
  }
}
