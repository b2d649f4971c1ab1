package org.openedx.devdata.sink.codec;

import java.util.Arrays;

/**
 * Canonical prefix codes of at most a given length, made from how often symbols occur: the same
 * code for the same counts, always. Mutable, not thread-safe.
 */
final class HuffmanCode {

  private final int longest;
  private final int symbols;

  /** Count and symbol of each that occurs, then weights of inner nodes. */
  private final long[] leaves;

  private final int[] weights;
  private final int[] parents;
  private final int[] ofLength;

  /** Bits of each symbol's code, 0 for one that does not occur. */
  final int[] lengths;

  /** Each symbol's code, its first bit lowest. */
  final int[] codes;

  HuffmanCode(int symbols, int longest) {
    this.symbols = symbols;
    this.longest = longest;
    leaves = new long[symbols];
    weights = new int[2 * symbols];
    parents = new int[2 * symbols];
    ofLength = new int[longest + 2];
    lengths = new int[symbols];
    codes = new int[symbols];
  }

  /** Makes the code; a lone symbol gets one bit. */
  void build(int[] counts) {
    int used = 0;
    for (int symbol = 0; symbol < symbols; symbol++) {
      lengths[symbol] = 0;
      if (counts[symbol] > 0) {
        leaves[used++] = (long) counts[symbol] << 16 | symbol;
      }
    }
    Arrays.sort(leaves, 0, used);
    Arrays.fill(ofLength, 0);
    if (used == 1) {
      ofLength[1] = 1;
    } else if (used > 1) {
      countLengths(used);
    }
    assignLengths(used);
    assignCodes();
  }

  /** Joins the two rarest nodes until one is left; leaves and inner nodes are each in order. */
  private void countLengths(int used) {
    for (int leaf = 0; leaf < used; leaf++) {
      weights[leaf] = (int) (leaves[leaf] >>> 16);
    }
    int leaf = 0;
    int inner = used;
    int nodes = 2 * used - 1;
    for (int node = used; node < nodes; node++) {
      int weight = 0;
      for (int child = 0; child < 2; child++) {
        int rarest =
            leaf < used && (inner >= node || weights[leaf] <= weights[inner]) ? leaf++ : inner++;
        weight += weights[rarest];
        parents[rarest] = node;
      }
      weights[node] = weight;
    }
    // From here on a weight is a depth.
    weights[nodes - 1] = 0;
    int excess = 0;
    for (int node = nodes - 2; node >= 0; node--) {
      int depth = weights[parents[node]] + 1;
      weights[node] = depth;
      if (node < used) {
        ofLength[Math.min(depth, longest)]++;
        excess += depth > longest ? 1 : 0;
      }
    }
    if (excess > 0) {
      shorten();
    }
  }

  /** Hangs one of the longest beside a shorter one, which grows a bit, until all have room. */
  private void shorten() {
    long room = 1L << longest;
    long taken = 0;
    for (int length = 1; length <= longest; length++) {
      taken += (long) ofLength[length] << longest - length;
    }
    while (taken > room) {
      int length = longest - 1;
      while (ofLength[length] == 0) {
        length--;
      }
      ofLength[length]--;
      ofLength[length + 1] += 2;
      ofLength[longest]--;
      taken--;
    }
  }

  /** The rarest symbols get the longest codes. */
  private void assignLengths(int used) {
    int leaf = 0;
    for (int length = longest; length > 0 && leaf < used; length--) {
      for (int count = ofLength[length]; count > 0; count--) {
        lengths[(int) leaves[leaf++] & 0xffff] = length;
      }
    }
  }

  private void assignCodes() {
    int[] next = new int[longest + 1];
    for (int length = 2; length <= longest; length++) {
      next[length] = next[length - 1] + ofLength[length - 1] << 1;
    }
    for (int symbol = 0; symbol < symbols; symbol++) {
      int length = lengths[symbol];
      codes[symbol] = length == 0 ? 0 : Integer.reverse(next[length]++) >>> 32 - length;
    }
  }
}
