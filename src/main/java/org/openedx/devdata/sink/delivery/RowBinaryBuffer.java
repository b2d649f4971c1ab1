package org.openedx.devdata.sink.delivery;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Puts rows into ClickHouse's RowBinary format: the values of a row one after the other, numbers
 * little-endian, nothing between them. Grows as it must and is used again after {@link #clear}; not
 * thread-safe.
 */
public final class RowBinaryBuffer {

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int MAX_VARINT = 5;

  private byte[] bytes;
  private int length;

  /**
   * @param capacity in bytes, to begin with
   */
  public RowBinaryBuffer(int capacity) {
    this.bytes = new byte[capacity];
  }

  /** A UUID: its upper half, then its lower half, each little-endian. */
  public RowBinaryBuffer uuid(long upper, long lower) {
    return int64(upper).int64(lower);
  }

  /** Int64 and DateTime64: the latter in units of its precision since 1970, UTC. */
  public RowBinaryBuffer int64(long value) {
    ensure(Long.BYTES);
    LONG.set(bytes, length, value);
    length += Long.BYTES;
    return this;
  }

  /** Int32, UInt32, and DateTime in seconds. */
  public RowBinaryBuffer int32(int value) {
    ensure(Integer.BYTES);
    INT.set(bytes, length, value);
    length += Integer.BYTES;
    return this;
  }

  /** Bool. */
  public RowBinaryBuffer bool(boolean value) {
    ensure(1);
    bytes[length++] = (byte) (value ? 1 : 0);
    return this;
  }

  /** String, also when LowCardinality: its length in bytes, then its bytes. */
  public RowBinaryBuffer string(byte[] text, int offset, int count) {
    ensure(MAX_VARINT + count);
    int rest = count;
    while (rest > 0x7f) {
      bytes[length++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[length++] = (byte) rest;
    System.arraycopy(text, offset, bytes, length, count);
    length += count;
    return this;
  }

  /** String. */
  public RowBinaryBuffer string(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return string(utf8, 0, utf8.length);
  }

  /** The rows so far; only the first {@link #length} bytes count. Changes with the buffer. */
  public byte[] array() {
    return bytes;
  }

  /** Number of bytes that the rows take. */
  public int length() {
    return length;
  }

  /** Forgets the rows, keeps the memory. */
  public void clear() {
    length = 0;
  }

  private void ensure(int more) {
    int needed = Math.addExact(length, more);
    if (needed > bytes.length) {
      bytes =
          Arrays.copyOf(
              bytes, Math.max(needed, (int) Math.min(Integer.MAX_VALUE - 8L, bytes.length * 2L)));
    }
  }
}
