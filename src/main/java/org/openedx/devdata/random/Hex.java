package org.openedx.devdata.random;

import java.nio.charset.StandardCharsets;

/** Lower-case hexadecimal ids from random bits. Stateless. */
public final class Hex {

  /** The two digits of every byte, one after the other. */
  private static final byte[] PAIRS = pairs();

  private Hex() {}

  /** Writes the lowest {@code digits} hex digits of the bits as ASCII. */
  public static void write(long bits, int digits, byte[] out, int at) {
    long rest = bits;
    int place = at + digits;
    while (place - at >= 2) {
      int pair = ((int) rest & 0xff) << 1;
      out[--place] = PAIRS[pair + 1];
      out[--place] = PAIRS[pair];
      rest >>>= 8;
    }
    if (place > at) {
      out[at] = PAIRS[(((int) rest & 0xf) << 1) + 1];
    }
  }

  /**
   * A hexadecimal id of any length from the key of an item, such as the 32 digits of a block id;
   * uses the draws from 0 on, one for each 16 digits.
   */
  public static String id(long key, int digits) {
    byte[] out = new byte[digits];
    for (int at = 0; at < digits; at += 16) {
      Hex.write(Draw.of(key, at / 16), Math.min(16, digits - at), out, at);
    }
    return new String(out, StandardCharsets.US_ASCII);
  }

  private static byte[] pairs() {
    byte[] digits = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    byte[] pairs = new byte[512];
    for (int value = 0; value < 256; value++) {
      pairs[2 * value] = digits[value >> 4];
      pairs[2 * value + 1] = digits[value & 0xf];
    }
    return pairs;
  }
}
