package org.openedx.devdata.service.content.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * BLAKE2b as RFC 7693 defines it: sequential, without a key, for digests of 1 to 64 bytes. The JDK
 * has none. Stateless.
 */
final class Blake2b {

  private static final int BLOCK = 128;
  private static final int ROUNDS = 12;

  /** RFC 7693, section 2.6: the fractions of the square roots of the first eight primes. */
  private static final long[] IV = {
    0x6a09e667f3bcc908L, 0xbb67ae8584caa73bL, 0x3c6ef372fe94f82bL, 0xa54ff53a5f1d36f1L,
    0x510e527fade682d1L, 0x9b05688c2b3e6c1fL, 0x1f83d9abfb41bd6bL, 0x5be0cd19137e2179L
  };

  /** RFC 7693, section 2.7; rounds 10 and 11 begin again. */
  private static final byte[][] SIGMA = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
    {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
    {11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4},
    {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
    {9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13},
    {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
    {12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11},
    {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
    {6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5},
    {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0}
  };

  private Blake2b() {}

  /**
   * The digest of a message.
   *
   * @param length of the digest, in bytes; a parameter of the hash
   */
  static byte[] digest(byte[] message, int length) {
    if (length < 1 || length > 64) {
      throw new IllegalArgumentException("a digest has 1 to 64 bytes, not " + length);
    }
    long[] state = IV.clone();
    state[0] ^= 0x01010000L ^ length;
    long[] block = new long[16];
    long[] work = new long[16];
    int from = 0;
    // The last block is marked, so a full one is not compressed before another is sure to follow.
    for (; message.length - from > BLOCK; from += BLOCK) {
      read(message, from, block);
      compress(state, block, work, from + (long) BLOCK, false);
    }
    read(Arrays.copyOfRange(message, from, from + BLOCK), 0, block);
    compress(state, block, work, message.length, true);
    ByteBuffer digest = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    digest.asLongBuffer().put(state);
    return Arrays.copyOf(digest.array(), length);
  }

  /**
   * Reads a block at once: a loop over a view of the bytes is miscompiled by the second compiler of
   * Java 17 (seen with 17.0.15, gone with -XX:-UseSuperWord), and all digests are then one.
   */
  private static void read(byte[] bytes, int from, long[] block) {
    ByteBuffer.wrap(bytes, from, BLOCK).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(block);
  }

  /** The function F; no message here is so long that the high half of the count is used. */
  private static void compress(long[] state, long[] block, long[] v, long count, boolean last) {
    System.arraycopy(state, 0, v, 0, 8);
    System.arraycopy(IV, 0, v, 8, 8);
    v[12] ^= count;
    if (last) {
      v[14] = ~v[14];
    }
    for (int round = 0; round < ROUNDS; round++) {
      byte[] order = SIGMA[round % SIGMA.length];
      mix(v, 0, 4, 8, 12, block[order[0]], block[order[1]]);
      mix(v, 1, 5, 9, 13, block[order[2]], block[order[3]]);
      mix(v, 2, 6, 10, 14, block[order[4]], block[order[5]]);
      mix(v, 3, 7, 11, 15, block[order[6]], block[order[7]]);
      mix(v, 0, 5, 10, 15, block[order[8]], block[order[9]]);
      mix(v, 1, 6, 11, 12, block[order[10]], block[order[11]]);
      mix(v, 2, 7, 8, 13, block[order[12]], block[order[13]]);
      mix(v, 3, 4, 9, 14, block[order[14]], block[order[15]]);
    }
    for (int i = 0; i < state.length; i++) {
      state[i] ^= v[i] ^ v[i + 8];
    }
  }

  /** The function G. */
  private static void mix(long[] v, int a, int b, int c, int d, long x, long y) {
    v[a] += v[b] + x;
    v[d] = Long.rotateRight(v[d] ^ v[a], 32);
    v[c] += v[d];
    v[b] = Long.rotateRight(v[b] ^ v[c], 24);
    v[a] += v[b] + y;
    v[d] = Long.rotateRight(v[d] ^ v[a], 16);
    v[c] += v[d];
    v[b] = Long.rotateRight(v[b] ^ v[c], 63);
  }
}
