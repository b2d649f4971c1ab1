package org.openedx.devdata.random;

/**
 * The mixing functions under everything in this package: those of SplitMix64 (Steele, Lea and
 * Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014), with the constants of
 * David Stafford's variant 13. A SplitMix64 generator is a counter put through {@link #mix64}, so
 * jumping to any position costs one multiplication. Stateless.
 */
final class Mix {

  /** 2^64 divided by the golden ratio, made odd: the standard step of the counter. */
  static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  private Mix() {}

  /** A bijection of 64 bits with full avalanche. */
  static long mix64(long value) {
    long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** A step for another stream: odd, and irregular enough in its bits. */
  static long mixGamma(long value) {
    long z = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
    z = (z ^ (z >>> 33)) * 0xc4ceb9fe1a85ec53L;
    z = (z ^ (z >>> 33)) | 1L;
    return Long.bitCount(z ^ (z >>> 1)) < 24 ? z ^ 0xaaaaaaaaaaaaaaaaL : z;
  }

  /** Folds a text into a hash, character by character; equal texts give equal results for ever. */
  static long fold(long start, CharSequence text) {
    long hash = mix64(start + text.length());
    for (int at = 0; at < text.length(); at++) {
      hash = mix64(hash + GOLDEN_GAMMA + text.charAt(at));
    }
    return hash;
  }
}
