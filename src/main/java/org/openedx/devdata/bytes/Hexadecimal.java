package org.openedx.devdata.bytes;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Lower-case hexadecimal digits and UUID text, written straight into an array. Stateless. */
public final class Hexadecimal {

  private static final VarHandle SHORTS =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
  private static final short[] PAIRS = pairs();

  private Hexadecimal() {}

  /** Writes the 16 digits of a value. */
  public static void put16(long value, byte[] target, int offset) {
    for (int i = 0; i < 8; i++) {
      SHORTS.set(target, offset + 2 * i, PAIRS[(int) (value >>> (56 - 8 * i)) & 0xff]);
    }
  }

  /** Writes the last 8 digits of a value. */
  public static void put8(long value, byte[] target, int offset) {
    for (int i = 0; i < 4; i++) {
      SHORTS.set(target, offset + 2 * i, PAIRS[(int) (value >>> (24 - 8 * i)) & 0xff]);
    }
  }

  /** Writes a UUID in its usual form of 36 characters. */
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
    SHORTS.set(target, offset, PAIRS[(int) (value >>> 8) & 0xff]);
    SHORTS.set(target, offset + 2, PAIRS[(int) value & 0xff]);
  }

  private static short[] pairs() {
    String digits = "0123456789abcdef";
    short[] pairs = new short[256];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = (short) (digits.charAt(i >> 4) << 8 | digits.charAt(i & 15));
    }
    return pairs;
  }
}
