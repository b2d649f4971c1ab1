package org.openedx.devdata.life.plan;

import java.util.Arrays;

/**
 * The sessions of one learner in one run: when each is meant to begin, and which units it covers.
 * Mutable, not thread-safe; used again for the next learner.
 */
public final class SessionPlan {

  /** Purpose of a session. */
  public enum Purpose {
    /** Units are read, videos played, problems tried. */
    READING,
    /** A graded subsection is done. */
    ASSIGNMENT,
    /** Earlier units are looked at again. */
    REVIEW,
    /** The course is only opened. */
    GLANCE
  }

  private static final Purpose[] PURPOSES = Purpose.values();
  private static final int FIRST_ROOM = 256;

  /** Number of a last visit, above those of all other sessions. */
  private static final int LAST = Integer.MAX_VALUE;

  private int count;
  private int last;
  private long[] starts = new long[FIRST_ROOM];
  private int[] froms = new int[FIRST_ROOM];
  private int[] tos = new int[FIRST_ROOM];
  private byte[] purposes = new byte[FIRST_ROOM];
  private int[] order = new int[FIRST_ROOM];

  void clear() {
    count = 0;
    last = -1;
  }

  void add(long start, Purpose purpose, int fromUnit, int toUnit) {
    if (count == starts.length) {
      int room = count * 2;
      starts = Arrays.copyOf(starts, room);
      froms = Arrays.copyOf(froms, room);
      tos = Arrays.copyOf(tos, room);
      purposes = Arrays.copyOf(purposes, room);
      order = new int[room];
    }
    starts[count] = start;
    froms[count] = fromUnit;
    tos[count] = toUnit;
    purposes[count++] = (byte) purpose.ordinal();
  }

  /** Adds a last look at a unit, which has the same number however far a life is planned. */
  void addLast(long start, int unit) {
    last = count;
    add(start, Purpose.GLANCE, unit, unit + 1);
  }

  /** Puts the sessions in order of time; equal times keep the order in which they were added. */
  void arrange() {
    for (int i = 0; i < count; i++) {
      int at = i;
      while (at > 0 && starts[order[at - 1]] > starts[i]) {
        order[at] = order[at - 1];
        at--;
      }
      order[at] = i;
    }
  }

  public int count() {
    return count;
  }

  /** The moment at which the n-th session is meant to begin, microseconds since 1970. */
  public long start(int n) {
    return starts[order[n]];
  }

  public Purpose purpose(int n) {
    return PURPOSES[purposes[order[n]]];
  }

  public int fromUnit(int n) {
    return froms[order[n]];
  }

  /** The unit after the last of the n-th session. */
  public int toUnit(int n) {
    return tos[order[n]];
  }

  /** A number of the n-th session that does not depend on when it takes place. */
  public int number(int n) {
    return order[n] == last ? LAST : order[n];
  }
}
