package org.openedx.devdata.random;

/**
 * A named stream of random numbers that can be read at any position. It is a SplitMix64 generator
 * without a current position: item {@code n} is what the generator would return at its {@code n}-th
 * call. Streams derived by different names or numbers have different starts and different steps,
 * and are independent of each other. Immutable; safe to share between threads.
 *
 * <pre>{@code
 * RandomStream events = RandomStream.of(seed).derive("events");
 * long key = events.at(ordinal);                 // everything about this event
 * int learner = Draw.below(Draw.of(key, 0), learners);
 * double score = Draw.unit(Draw.of(key, 1));
 * }</pre>
 *
 * @param state the counter's start
 * @param gamma the counter's step, odd
 */
public record RandomStream(long state, long gamma) {

  public RandomStream {
    if ((gamma & 1) == 0) {
      throw new IllegalArgumentException("gamma must be odd, not " + gamma);
    }
  }

  /** The root stream of a seed: the numbers of {@code new SplittableRandom(seed)}. */
  public static RandomStream of(long seed) {
    return new RandomStream(seed, Mix.GOLDEN_GAMMA);
  }

  /** An independent stream by name; the same name always gives the same stream. */
  public RandomStream derive(String name) {
    return seeded(at(name));
  }

  /** An independent stream by number. */
  public RandomStream derive(long number) {
    return seeded(Draw.of(at(number), -1));
  }

  /** 64 uniform bits: the key of the item with this ordinal, from 0. */
  public long at(long ordinal) {
    return Mix.mix64(state + (ordinal + 1) * gamma);
  }

  /** 64 uniform bits: the key of the item with this name. */
  public long at(CharSequence name) {
    return Mix.fold(state ^ Long.rotateLeft(gamma, 32), name);
  }

  /** 64 uniform bits: one of the draws of the item with this ordinal. */
  public long at(long ordinal, int draw) {
    return Draw.of(at(ordinal), draw);
  }

  private static RandomStream seeded(long key) {
    return new RandomStream(Mix.mix64(key), Mix.mixGamma(key + Mix.GOLDEN_GAMMA));
  }
}
