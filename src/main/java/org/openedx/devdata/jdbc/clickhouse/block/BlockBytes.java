package org.openedx.devdata.jdbc.clickhouse.block;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The bytes of one block as they are read, in a buffer that is reused. Not thread-safe. */
final class BlockBytes {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** Longer than any block that a server sends: what claims so many bytes is none. */
  private static final int MAXIMUM = 1 << 30;

  private final InputStream in;
  private byte[] array = new byte[1 << 16];
  private int filled;
  private int at;

  BlockBytes(InputStream in) {
    this.in = in;
  }

  /** Begins a block. */
  void clear() {
    System.arraycopy(array, at, array, 0, filled - at);
    filled -= at;
    at = 0;
  }

  /** Returns whether nothing follows. */
  boolean isAtEnd() throws IOException {
    return at == filled && fill(1) == 0;
  }

  /**
   * Reads on.
   *
   * @return where in the array the bytes begin
   * @throws MalformedBlockException when there are fewer
   */
  int take(long count) throws IOException {
    if (count < 0 || at + count > MAXIMUM) {
      throw new MalformedBlockException("a block of more than " + MAXIMUM + " bytes");
    }
    int start = at;
    int missing = (int) (at + count - filled);
    if (missing > 0 && fill(missing) < missing) {
      throw new MalformedBlockException("a block that ends too early");
    }
    at = start + (int) count;
    return start;
  }

  /** Reads at least so many bytes, or all that there are; the number that was read. */
  private int fill(int minimum) throws IOException {
    if (filled + minimum > array.length) {
      array = Arrays.copyOf(array, Math.max(array.length * 2, filled + minimum));
    }
    int got = 0;
    while (got < minimum) {
      int count = in.read(array, filled, array.length - filled);
      if (count < 0) {
        return got;
      }
      filled += count;
      got += count;
    }
    return got;
  }

  /** A whole number of variable length. */
  long varint() throws IOException {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int place = take(1); // First: it may replace the array.
      byte one = array[place];
      value |= (long) (one & 0x7f) << shift;
      if (one >= 0) {
        return value;
      }
    }
    throw new MalformedBlockException("a number without an end");
  }

  /** A text with its length before it. */
  String text() throws IOException {
    long length = varint();
    int start = take(length);
    return new String(array, start, (int) length, java.nio.charset.StandardCharsets.UTF_8);
  }

  byte[] array() {
    return array;
  }

  /** Number of bytes of the block so far. */
  int length() {
    return at;
  }

  /** Eight bytes as a number. */
  long number(int from) {
    return (long) LONGS.get(array, from);
  }
}
