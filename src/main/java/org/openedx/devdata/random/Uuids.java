package org.openedx.devdata.random;

import java.util.UUID;

/** UUIDs from random bits, as objects or written straight into a buffer. Stateless. */
public final class Uuids {

  /** Length of a UUID's text with dashes. */
  public static final int TEXT_LENGTH = 36;

  /** Length of a UUID's text without dashes, as Django stores it. */
  public static final int HEX_LENGTH = 32;

  private static final long VERSION_MASK = 0xffff_ffff_ffff_0fffL;
  private static final long VARIANT_MASK = 0x3fff_ffff_ffff_ffffL;

  private Uuids() {}

  /**
   * A UUID of the shape of version 4 from the key of an item; uses the draws 0 and 1 of the key.
   */
  public static UUID version4(long key) {
    return new UUID(high4(Draw.of(key, 0)), low(Draw.of(key, 1)));
  }

  /** The upper half of a version 4 UUID from 64 random bits. */
  public static long high4(long bits) {
    return (bits & VERSION_MASK) | 0x4000L;
  }

  /** The lower half of a UUID of the standard variant (RFC 9562) from 64 random bits. */
  public static long low(long bits) {
    return (bits & VARIANT_MASK) | 0x8000_0000_0000_0000L;
  }

  /** Writes 36 ASCII characters: five groups of lower-case hex digits with dashes. */
  public static void writeText(long high, long low, byte[] out, int at) {
    Hex.write(high >>> 32, 8, out, at);
    out[at + 8] = '-';
    Hex.write(high >>> 16, 4, out, at + 9);
    out[at + 13] = '-';
    Hex.write(high, 4, out, at + 14);
    out[at + 18] = '-';
    Hex.write(low >>> 48, 4, out, at + 19);
    out[at + 23] = '-';
    Hex.write(low, 12, out, at + 24);
  }

  /** Writes 32 ASCII characters: lower-case hex digits without dashes. */
  public static void writeHex(long high, long low, byte[] out, int at) {
    Hex.write(high, 16, out, at);
    Hex.write(low, 16, out, at + 16);
  }
}
