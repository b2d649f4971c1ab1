package org.openedx.devdata.sink.codec;

import java.util.Arrays;
import org.openedx.devdata.bytes.OutputBytes;

/**
 * Deflates text that repeats itself at length, such as statements, several times as fast as zlib
 * and as small as its middle levels. What it writes depends on the input alone, not on the machine
 * or on what was packed before.
 *
 * <p>It goes from left to right and takes the first eight bytes that it has seen before: at the
 * distance of the match before, where templates go on after a value that differs, or else where
 * they were last. Where nothing matches, as in identifiers, it takes longer and longer steps; a
 * match that is found late is extended backwards. Mutable, not thread-safe.
 */
final class FastDeflate implements RawDeflate {

  private static final int WINDOW = 1 << 15;
  private static final int SLOT_BITS = 14;

  /** Misses after which steps grow by a byte, as a power of two. */
  private static final int PATIENCE = 2;

  /** Matches are looked for up to here before the end. */
  private static final int TAIL = 16;

  /** For each hash of eight bytes where they were last, modulo 2^16. */
  private final char[] places = new char[1 << SLOT_BITS];

  private final DeflateBlock block = new DeflateBlock();
  private final BitOutput out = new BitOutput();

  @Override
  public void deflate(byte[] source, int length, OutputBytes target) {
    // Nine bits for a literal at worst, and the codes of each block.
    int start = target.reserve(length + length / 4 + 1_024);
    Arrays.fill(places, (char) 0);
    out.begin(target.array(), start);
    pack(source, length);
    target.truncate(out.end());
  }

  private void pack(byte[] source, int length) {
    char[] table = places;
    int limit = length - TAIL;
    int blockStart = 0;
    int done = 0;
    int last = 1;
    int misses = 0;
    for (int at = 1; at < limit; ) {
      long word = word(source, at);
      int slot = slot(word);
      int distance = at - table[slot] & 0xffff;
      table[slot] = (char) at;
      if (word(source, at - last) == word) {
        distance = last;
      } else if (word(source, Math.max(at - distance, 0)) != word
          || distance == 0
          || distance > Math.min(at, WINDOW)) {
        // The comparison comes first, because unlike the distance it can be predicted.
        at += 1 + (misses++ >>> PATIENCE);
        continue;
      }
      misses = 0;
      last = distance;
      int end = matchEnd(source, at, distance, length);
      int from = at;
      while (from > done && from > distance && source[from - 1] == source[from - 1 - distance]) {
        from--;
      }
      int run = from - done;
      // A remainder that is too short for a match is looked at again.
      while (end - from >= DeflateBlock.SHORTEST_MATCH) {
        int part = Math.min(end - from, DeflateBlock.LONGEST_MATCH);
        block.add(source, done, run, part, distance);
        from += part;
        done = from;
        run = 0;
        if (block.isFull()) {
          block.write(source, blockStart, done, done, false, out);
          blockStart = done;
        }
      }
      if (end < limit) {
        table[slot(word(source, end - 2))] = (char) (end - 2);
        table[slot(word(source, at + 1))] = (char) (at + 1);
      }
      at = done;
    }
    block.write(source, blockStart, done, length, true, out);
  }

  /**
   * Finds the end of the match: where what is at {@code at} stops being what is that far before.
   */
  private static int matchEnd(byte[] source, int at, int distance, int length) {
    int end = at;
    while (end <= length - Long.BYTES) {
      long differing = word(source, end) ^ word(source, end - distance);
      if (differing != 0) {
        return end + (Long.numberOfTrailingZeros(differing) >>> 3);
      }
      end += Long.BYTES;
    }
    while (end < length && source[end] == source[end - distance]) {
      end++;
    }
    return end;
  }

  private static long word(byte[] source, int at) {
    return (long) BitOutput.WORDS.get(source, at);
  }

  private static int slot(long word) {
    return (int) (word * 0x9E3779B97F4A7C15L >>> Long.SIZE - SLOT_BITS);
  }

  @Override
  public void close() {
    // Nothing is held.
  }
}
