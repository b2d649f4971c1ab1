package org.openedx.devdata.random;

/**
 * A shuffled order of the numbers from 0 to n-1 that takes no memory: a Feistel network over a
 * power of two that holds n, walked until it lands below n (Black and Rogaway, "Ciphers with
 * Arbitrary Finite Domains", 2002). Both directions in constant expected time. Immutable.
 */
public final class Permutation {

  private static final int ROUNDS = 8;

  /** A smaller network cannot reach all orders of a handful of numbers equally often. */
  private static final int MIN_BITS = 8;

  private final long size;
  private final long key;
  private final int leftBits;
  private final int rightBits;

  /**
   * @param size how many numbers, at least 1
   * @param key 64 uniform bits that choose the order
   */
  public Permutation(long size, long key) {
    if (size < 1) {
      throw new IllegalArgumentException("size must be at least 1, not " + size);
    }
    this.size = size;
    this.key = key;
    int bits = Math.max(MIN_BITS, Long.SIZE - Long.numberOfLeadingZeros(size - 1));
    this.leftBits = bits / 2;
    this.rightBits = bits - bits / 2;
  }

  /** Returns the number of numbers that are ordered. */
  public long size() {
    return size;
  }

  /** Returns the number at a place of the order. */
  public long at(long index) {
    check(index);
    long value = index;
    do {
      value = forward(value);
    } while (value >= size);
    return value;
  }

  /** Returns the place of a number in the order. */
  public long indexOf(long number) {
    check(number);
    long value = number;
    do {
      value = backward(value);
    } while (value >= size);
    return value;
  }

  private void check(long value) {
    if (value < 0 || value >= size) {
      throw new IndexOutOfBoundsException(value + " is not below " + size);
    }
  }

  private long forward(long value) {
    long left = value >>> rightBits;
    long right = value & mask(rightBits);
    for (int round = 0; round < ROUNDS; round += 2) {
      left ^= f(right, round) & mask(leftBits);
      right ^= f(left, round + 1) & mask(rightBits);
    }
    return (left << rightBits) | right;
  }

  private long backward(long value) {
    long left = value >>> rightBits;
    long right = value & mask(rightBits);
    for (int round = ROUNDS - 2; round >= 0; round -= 2) {
      right ^= f(left, round + 1) & mask(rightBits);
      left ^= f(right, round) & mask(leftBits);
    }
    return (left << rightBits) | right;
  }

  private long f(long half, int round) {
    return Mix.mix64(key + Mix.GOLDEN_GAMMA * (half * ROUNDS + round + 1)) >>> 24;
  }

  private static long mask(int bits) {
    return (1L << bits) - 1;
  }
}
