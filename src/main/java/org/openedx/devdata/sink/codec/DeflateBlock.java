package org.openedx.devdata.sink.codec;

import java.util.Arrays;

/**
 * A block of the deflate format (RFC 1951) with codes of its own: collects runs of literals and the
 * matches between them, then writes them. Mutable, not thread-safe.
 */
final class DeflateBlock {

  /** Matches that a block has at most. */
  private static final int CAPACITY = 1 << 16;

  static final int SHORTEST_MATCH = 3;
  static final int LONGEST_MATCH = 258;

  private static final int END = 256;
  private static final int LITERALS_AND_LENGTHS = 286;
  private static final int DISTANCES = 30;

  private static final int[] LENGTH_SYMBOLS = new int[LONGEST_MATCH + 1];
  private static final int[] LENGTH_BASES = new int[LITERALS_AND_LENGTHS];
  private static final int[] LENGTH_BITS = new int[LITERALS_AND_LENGTHS];

  /** Symbols of distances to 256, then of those above by steps of 128. */
  private static final byte[] DISTANCE_SYMBOLS = new byte[512];

  private static final int[] DISTANCE_BASES = new int[DISTANCES];
  private static final int[] DISTANCE_BITS = new int[DISTANCES];
  private static final int[] ORDER = {
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15
  };

  static {
    int base = SHORTEST_MATCH;
    for (int symbol = 257; symbol < 285; symbol++) {
      LENGTH_BITS[symbol] = symbol < 265 ? 0 : symbol - 261 >> 2;
      LENGTH_BASES[symbol] = base;
      int next = base + (1 << LENGTH_BITS[symbol]);
      Arrays.fill(LENGTH_SYMBOLS, base, Math.min(next, LONGEST_MATCH), symbol);
      base = next;
    }
    LENGTH_SYMBOLS[LONGEST_MATCH] = 285;
    LENGTH_BASES[285] = LONGEST_MATCH;
    base = 1;
    for (int symbol = 0; symbol < DISTANCES; symbol++) {
      DISTANCE_BITS[symbol] = symbol < 4 ? 0 : symbol - 2 >> 1;
      DISTANCE_BASES[symbol] = base;
      int next = base + (1 << DISTANCE_BITS[symbol]);
      for (int distance = base; distance < next; distance++) {
        DISTANCE_SYMBOLS[place(distance)] = (byte) symbol;
      }
      base = next;
    }
  }

  private final int[] runs = new int[CAPACITY];
  private final int[] matches = new int[CAPACITY];
  private int sequences;

  private final int[] counts = new int[LITERALS_AND_LENGTHS];
  private final int[] distanceCounts = new int[DISTANCES];
  private final HuffmanCode code = new HuffmanCode(LITERALS_AND_LENGTHS, 15);
  private final HuffmanCode distanceCode = new HuffmanCode(DISTANCES, 15);

  /** Code and length (in the high half) of literals, and of lengths with their extra bits. */
  private final long[] literals = new long[256];

  private final long[] lengths = new long[LONGEST_MATCH + 1];

  private final int[] tokens = new int[LITERALS_AND_LENGTHS + DISTANCES];
  private final int[] tokenCounts = new int[ORDER.length];
  private final HuffmanCode tokenCode = new HuffmanCode(ORDER.length, 7);

  private static int place(int distance) {
    return distance <= 256 ? distance - 1 : 256 + (distance - 1 >> 7);
  }

  boolean isFull() {
    return sequences == CAPACITY;
  }

  /** Adds literals, which stay in the source, and a match. */
  void add(byte[] source, int start, int run, int length, int distance) {
    for (int i = start; i < start + run; i++) {
      counts[source[i] & 0xff]++;
    }
    counts[LENGTH_SYMBOLS[length]]++;
    distanceCounts[DISTANCE_SYMBOLS[place(distance)]]++;
    runs[sequences] = run;
    matches[sequences++] = length << 16 | distance;
  }

  /**
   * Writes the block and begins the next.
   *
   * @param start where in the source its first literal or match is
   * @param added where what was added ends
   * @param end where the block ends; the bytes from {@code added} to here are literals
   * @param last whether it is the last of its stream
   */
  void write(byte[] source, int start, int added, int end, boolean last, BitOutput out) {
    for (int i = added; i < end; i++) {
      counts[source[i] & 0xff]++;
    }
    counts[END]++;
    code.build(counts);
    distanceCode.build(distanceCounts);
    out.put((last ? 1 : 0) | 2 << 1, 3);
    writeCodes(out);
    fillTables();
    writeSequences(source, start, out);
    for (int i = added; i < end; i++) {
      int literal = source[i] & 0xff;
      out.put(code.codes[literal], code.lengths[literal]);
    }
    out.put(code.codes[END], code.lengths[END]);
    sequences = 0;
    Arrays.fill(counts, 0);
    Arrays.fill(distanceCounts, 0);
  }

  private void fillTables() {
    for (int literal = 0; literal < literals.length; literal++) {
      literals[literal] = (long) code.lengths[literal] << 32 | code.codes[literal];
    }
    for (int length = SHORTEST_MATCH; length <= LONGEST_MATCH; length++) {
      int symbol = LENGTH_SYMBOLS[length];
      int bits = code.lengths[symbol];
      lengths[length] =
          (long) (bits + LENGTH_BITS[symbol]) << 32
              | (code.codes[symbol] | length - LENGTH_BASES[symbol] << bits);
    }
  }

  private void writeSequences(byte[] source, int start, BitOutput out) {
    byte[] target = out.target;
    int position = out.position;
    long bits = out.bits;
    int count = out.count;
    int next = start;
    for (int sequence = 0; sequence < sequences; sequence++) {
      int end = next + runs[sequence];
      for (; next < end - 2; next += 3) {
        long first = literals[source[next] & 0xff];
        long second = literals[source[next + 1] & 0xff];
        long third = literals[source[next + 2] & 0xff];
        bits |= (first & 0xffff) << count;
        count += (int) (first >>> 32);
        bits |= (second & 0xffff) << count;
        count += (int) (second >>> 32);
        bits |= (third & 0xffff) << count;
        count += (int) (third >>> 32);
        BitOutput.WORDS.set(target, position, bits);
        position += count >>> 3;
        bits >>>= count & 56;
        count &= 7;
      }
      for (; next < end; next++) {
        long literal = literals[source[next] & 0xff];
        bits |= (literal & 0xffff) << count;
        count += (int) (literal >>> 32);
      }
      // At most 7 + 2 * 15 bits by now: 20 of the length go in as well, not all of the distance.
      int match = matches[sequence];
      int length = match >>> 16;
      int distance = match & 0xffff;
      long coded = lengths[length];
      bits |= (coded & 0xffffffffL) << count;
      count += (int) (coded >>> 32);
      BitOutput.WORDS.set(target, position, bits);
      position += count >>> 3;
      bits >>>= count & 56;
      count &= 7;
      int symbol = DISTANCE_SYMBOLS[place(distance)];
      bits |= (long) distanceCode.codes[symbol] << count;
      count += distanceCode.lengths[symbol];
      bits |= (long) (distance - DISTANCE_BASES[symbol]) << count;
      count += DISTANCE_BITS[symbol];
      BitOutput.WORDS.set(target, position, bits);
      position += count >>> 3;
      bits >>>= count & 56;
      count &= 7;
      next += length;
    }
    out.position = position;
    out.bits = bits;
    out.count = count;
  }

  /** The lengths of both codes, themselves packed by runs and a third code. */
  private void writeCodes(BitOutput out) {
    int ofCode = used(code.lengths, 257);
    int ofDistance = used(distanceCode.lengths, 1);
    int[] all = Arrays.copyOf(code.lengths, ofCode + ofDistance);
    System.arraycopy(distanceCode.lengths, 0, all, ofCode, ofDistance);
    int count = tokenize(all);
    Arrays.fill(tokenCounts, 0);
    for (int i = 0; i < count; i++) {
      tokenCounts[tokens[i] & 0xff]++;
    }
    tokenCode.build(tokenCounts);
    int ofTokens = ORDER.length;
    while (ofTokens > 4 && tokenCode.lengths[ORDER[ofTokens - 1]] == 0) {
      ofTokens--;
    }
    out.put(ofCode - 257 | ofDistance - 1 << 5 | ofTokens - 4 << 10, 14);
    for (int i = 0; i < ofTokens; i++) {
      out.put(tokenCode.lengths[ORDER[i]], 3);
    }
    for (int i = 0; i < count; i++) {
      int token = tokens[i] & 0xff;
      out.put(tokenCode.codes[token], tokenCode.lengths[token]);
      if (token >= 16) {
        out.put(tokens[i] >>> 8, token == 16 ? 2 : token == 17 ? 3 : 7);
      }
    }
  }

  private static int used(int[] lengths, int minimum) {
    int used = lengths.length;
    while (used > minimum && lengths[used - 1] == 0) {
      used--;
    }
    return used;
  }

  /** Lengths, or how often the last one (16) or zero (17, 18) repeats, that above eight bits. */
  private int tokenize(int[] all) {
    int count = 0;
    for (int i = 0; i < all.length; ) {
      int length = all[i];
      int run = 1;
      while (i + run < all.length && all[i + run] == length) {
        run++;
      }
      i += run;
      if (length > 0) {
        tokens[count++] = length;
        run--;
      }
      while (run >= 3) {
        int maximum = length > 0 ? 6 : run <= 10 ? 10 : 138;
        int part = Math.min(run, maximum);
        int minimum = maximum == 138 ? 11 : 3;
        tokens[count++] = (part - minimum) << 8 | (length > 0 ? 16 : maximum == 10 ? 17 : 18);
        run -= part;
      }
      while (run-- > 0) {
        tokens[count++] = length;
      }
    }
    return count;
  }
}
