package org.openedx.devdata.xapi.model.allot;

import org.openedx.devdata.xapi.StatementType;

/**
 * The types of statements by ordinal: a sequence of low discrepancy (multiples of the golden
 * ratio), so that the shares are right to within a few statements over any stretch. Immutable.
 */
public final class TypeSequence {

  private static final long GOLDEN = 0x9e3779b97f4a7c15L;
  private static final int GUIDE_BITS = 10;
  private static final StatementType[] TYPES = StatementType.values();

  private final long offset;

  /** Upper ends of the types' stretches of the 63-bit range. */
  private final long[] ends;

  private final byte[] guide = new byte[1 << GUIDE_BITS];

  /**
   * @param shares not negative, by ordinal of the type; only their proportions count
   * @param offset where the sequence starts
   */
  public TypeSequence(double[] shares, long offset) {
    this.offset = offset;
    this.ends = new long[shares.length];
    double total = 0;
    for (double share : shares) {
      total += share;
    }
    double reached = 0;
    int last = 0;
    for (int type = 0; type < shares.length; type++) {
      reached += shares[type];
      ends[type] = (long) (reached / total * 0x1.0p63);
      last = shares[type] > 0 ? type : last;
    }
    for (int type = last; type < shares.length; type++) {
      ends[type] = Long.MAX_VALUE;
    }
    for (int i = 0; i < guide.length; i++) {
      guide[i] = (byte) from(0, (long) i << (63 - GUIDE_BITS));
    }
  }

  StatementType at(long ordinal) {
    long position = (ordinal * GOLDEN + offset) >>> 1;
    return TYPES[from(guide[(int) (position >>> (63 - GUIDE_BITS))], position)];
  }

  private int from(int first, long position) {
    int type = first;
    while (ends[type] <= position) {
      type++;
    }
    return type;
  }
}
