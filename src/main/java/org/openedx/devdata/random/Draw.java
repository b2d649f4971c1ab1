package org.openedx.devdata.random;

/**
 * From 64 uniform bits to values. The functions that take {@code bits} consume one draw and look at
 * nothing else. Stateless.
 */
public final class Draw {

  private static final double UNIT = 0x1.0p-53;

  private Draw() {}

  /**
   * Independent draws from the key of an item: any number of them, by number, in any order. Draw
   * numbers that are constants cost one mixing.
   */
  public static long of(long key, int draw) {
    return Mix.mix64(key ^ Mix.mix64((draw + 1) * Mix.GOLDEN_GAMMA));
  }

  /** Fresh bits where a method of rejection has used up the given ones. */
  static long again(long bits) {
    return Mix.mix64(bits + Mix.GOLDEN_GAMMA);
  }

  /** A whole number from 0 up to, not including, the bound; every one equally likely. */
  public static int below(long bits, int bound) {
    return (int) below(bits, (long) bound);
  }

  /**
   * A whole number from 0 up to, not including, the bound; every one exactly equally likely
   * (Lemire, "Fast Random Integer Generation in an Interval", 2019).
   */
  public static long below(long bits, long bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("bound must be positive, not " + bound);
    }
    long random = bits;
    long low = random * bound;
    if (Long.compareUnsigned(low, bound) < 0) {
      long biased = Long.remainderUnsigned(-bound, bound);
      while (Long.compareUnsigned(low, biased) < 0) {
        random = again(random);
        low = random * bound;
      }
    }
    return multiplyHigh(random, bound);
  }

  /** A whole number from the first to the last, both included. */
  public static long between(long bits, long first, long last) {
    if (first > last) {
      throw new IllegalArgumentException("first " + first + " is greater than last " + last);
    }
    return first + below(bits, Math.addExact(Math.subtractExact(last, first), 1));
  }

  /** A number from 0 up to, not including, 1; a multiple of 2^-53. */
  public static double unit(long bits) {
    return (bits >>> 11) * UNIT;
  }

  /** A number between 0 and 1, neither included; for logarithms and quantiles. */
  public static double openUnit(long bits) {
    return ((bits >>> 12) + 0.5) * 0x1.0p-52;
  }

  /** True with the given probability; never at 0 or less, always at 1 or more. */
  public static boolean chance(long bits, double probability) {
    return unit(bits) < probability;
  }

  /** Upper half of the product of 64 unsigned bits and a factor that is not negative. */
  static long multiplyHigh(long unsigned, long factor) {
    return Math.multiplyHigh(unsigned, factor) + ((unsigned >> 63) & factor);
  }
}
