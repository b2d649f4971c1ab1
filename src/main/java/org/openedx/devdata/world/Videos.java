package org.openedx.devdata.world;

import org.openedx.devdata.random.Draw;

/** Facts of generated videos. Stateless. */
final class Videos {

  private static final int SHORTEST = 60_000;
  private static final int SPREAD = 840_000;
  private static final int LENGTH = 8;

  private Videos() {}

  /**
   * The length of a video in milliseconds: tenths of a second, as players report lengths such as
   * 195.0 and 194.6.
   *
   * @param blockKey the key of its block
   */
  static int length(long blockKey) {
    return SHORTEST + Draw.below(Draw.of(blockKey, LENGTH), SPREAD) / 100 * 100;
  }
}
