package org.openedx.devdata.sink.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Bits into an array, the first one lowest. The array must have eight bytes more than are written.
 * Mutable, not thread-safe.
 */
final class BitOutput {

  static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  byte[] target;
  int position;
  long bits;
  int count;

  void begin(byte[] newTarget, int start) {
    target = newTarget;
    position = start;
    bits = 0;
    count = 0;
  }

  /** Adds up to 32 bits; those above {@code length} are zero. */
  void put(long value, int length) {
    bits |= value << count;
    count += length;
    WORDS.set(target, position, bits);
    position += count >>> 3;
    bits >>>= count & 56;
    count &= 7;
  }

  /** Fills the last byte and returns the position after it. */
  int end() {
    if (count > 0) {
      put(0, 8 - count);
    }
    return position;
  }
}
