package org.openedx.devdata.xapi.model;

import org.openedx.devdata.random.Draw;

/** Number of statements of a visit: at least a few, normally a dozen, seldom more than fifty. */
final class VisitLengths {

  private static final int SHORTEST = 3;
  private static final int TYPICAL = 16;
  private static final int LONG = 48;
  private static final double LONGER = 0.15;

  /** The mean. */
  static final double MEAN = SHORTEST + (TYPICAL - 1) / 2.0 + LONGER * (LONG - 1) / 2.0;

  private VisitLengths() {}

  static int at(long bits) {
    int typical = Draw.below(Draw.of(bits, 0), TYPICAL);
    boolean longer = Draw.chance(Draw.of(bits, 1), LONGER);
    return SHORTEST + typical + (longer ? Draw.below(Draw.of(bits, 2), LONG) : 0);
  }
}
