package org.openedx.devdata.random;

import java.nio.charset.StandardCharsets;

/** Lower-case hexadecimal ids from random bits. Stateless. */
public final class Hex {

  private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private Hex() {}

  /** Writes the lowest {@code digits} hex digits of the bits as ASCII. */
  public static void write(long bits, int digits, byte[] out, int at) {
    long rest = bits;
    for (int place = at + digits - 1; place >= at; place--) {
      out[place] = DIGITS[(int) rest & 0xf];
      rest >>>= 4;
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
}
