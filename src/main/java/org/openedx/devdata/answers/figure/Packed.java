package org.openedx.devdata.answers.figure;

/** Several whole numbers in one key, each with so many bits. Stateless. */
public final class Packed {

  /** Bits of a day, counted from 1970. */
  public static final int DAY = 20;

  /** Bits of the number of a mode of enrolment. */
  public static final int MODE = 10;

  /** Bits of a number of an attempt. */
  public static final int ATTEMPT = 16;

  private Packed() {}

  /** A key with another number behind it. */
  public static long with(long key, int bits, long number) {
    return key << bits | number;
  }

  /** The number at the end of a key. */
  public static int last(long key, int bits) {
    return (int) (key & (1L << bits) - 1);
  }

  /** A number of a key. */
  public static int at(long key, int after, int bits) {
    return last(key >> after, bits);
  }
}
