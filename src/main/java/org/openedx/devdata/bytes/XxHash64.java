package org.openedx.devdata.bytes;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The hash function xxHash64 with seed 0, as published by its author and as ClickHouse's {@code
 * xxHash64(text)} computes it, so that a checksum of what was generated can be asked of the
 * database. Stateless.
 */
public final class XxHash64 {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long PRIME1 = 0x9E3779B185EBCA87L;
  private static final long PRIME2 = 0xC2B2AE3D27D4EB4FL;
  private static final long PRIME3 = 0x165667B19E3779F9L;
  private static final long PRIME4 = 0x85EBCA77C2B2AE63L;
  private static final long PRIME5 = 0x27D4EB2F165667C5L;

  /** The sum of the first two primes, modulo 2^64. */
  private static final long LANE1 = 0x60EA27EEADC0B5D6L;

  /** The first prime, negated. */
  private static final long LANE4 = 0x61C8864E7A143579L;

  private XxHash64() {}

  /** The hash of {@code length} bytes from {@code offset}. */
  public static long of(byte[] bytes, int offset, int length) {
    int position = offset;
    int end = offset + length;
    long hash = PRIME5;
    if (length >= 32) {
      long lane1 = LANE1;
      long lane2 = PRIME2;
      long lane3 = 0;
      long lane4 = LANE4;
      for (int limit = end - 32; position <= limit; position += 32) {
        lane1 = round(lane1, (long) LONGS.get(bytes, position));
        lane2 = round(lane2, (long) LONGS.get(bytes, position + 8));
        lane3 = round(lane3, (long) LONGS.get(bytes, position + 16));
        lane4 = round(lane4, (long) LONGS.get(bytes, position + 24));
      }
      hash =
          Long.rotateLeft(lane1, 1)
              + Long.rotateLeft(lane2, 7)
              + Long.rotateLeft(lane3, 12)
              + Long.rotateLeft(lane4, 18);
      hash = merge(merge(merge(merge(hash, lane1), lane2), lane3), lane4);
    }
    hash += length;
    for (; position + 8 <= end; position += 8) {
      hash ^= round(0, (long) LONGS.get(bytes, position));
      hash = Long.rotateLeft(hash, 27) * PRIME1 + PRIME4;
    }
    if (position + 4 <= end) {
      hash ^= ((int) INTS.get(bytes, position) & 0xffffffffL) * PRIME1;
      hash = Long.rotateLeft(hash, 23) * PRIME2 + PRIME3;
      position += 4;
    }
    for (; position < end; position++) {
      hash ^= (bytes[position] & 0xffL) * PRIME5;
      hash = Long.rotateLeft(hash, 11) * PRIME1;
    }
    hash = (hash ^ hash >>> 33) * PRIME2;
    hash = (hash ^ hash >>> 29) * PRIME3;
    return hash ^ hash >>> 32;
  }

  private static long round(long lane, long input) {
    return Long.rotateLeft(lane + input * PRIME2, 31) * PRIME1;
  }

  private static long merge(long hash, long lane) {
    return (hash ^ round(0, lane)) * PRIME1 + PRIME4;
  }
}
