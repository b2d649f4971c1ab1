package org.openedx.devdata.bytes;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Lower-case hexadecimal digits and UUID text, written straight into an array. Stateless. */
public final class Hexadecimal {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private Hexadecimal() {}

  /** Writes the 16 digits of a value. */
  public static void put16(long value, byte[] target, int offset) {
    LONGS.set(target, offset, digits((int) (value >>> 32)));
    LONGS.set(target, offset + 8, digits((int) value));
  }

  /** Writes the last 8 digits of a value. */
  public static void put8(long value, byte[] target, int offset) {
    LONGS.set(target, offset, digits((int) value));
  }

  /** Writes a UUID in its standard form of 36 characters. */
  public static void putUuid(long high, long low, byte[] target, int offset) {
    put8(high >>> 32, target, offset);
    target[offset + 8] = '-';
    put4(high >>> 16, target, offset + 9);
    target[offset + 13] = '-';
    put4(high, target, offset + 14);
    target[offset + 18] = '-';
    put4(low >>> 48, target, offset + 19);
    target[offset + 23] = '-';
    put4(low >>> 32, target, offset + 24);
    put8(low, target, offset + 28);
  }

  private static void put4(long value, byte[] target, int offset) {
    INTS.set(target, offset, (int) digits((int) value & 0xffff));
  }

  /** The eight digits of a value, all at once: one to a byte, the first in the highest. */
  private static long digits(int value) {
    long nibbles = value & 0xffffffffL;
    nibbles = (nibbles | nibbles << 16) & 0x0000ffff0000ffffL;
    nibbles = (nibbles | nibbles << 8) & 0x00ff00ff00ff00ffL;
    nibbles = (nibbles | nibbles << 4) & 0x0f0f0f0f0f0f0f0fL;
    long letters = (nibbles + 0x0606060606060606L) >>> 4 & 0x0101010101010101L;
    return nibbles + 0x3030303030303030L + letters * ('a' - '0' - 10);
  }
}
