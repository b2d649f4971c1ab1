package org.openedx.devdata.answers.figure;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Sets of those who are there, by hour or day. Notes are kept as they come until sets are asked for
 * or joined: those of some hundred lives name few of all learners. Mutable, not thread-safe.
 */
public final class Presence {

  private static final int FIRST_ROOM = 64;
  private static final int MEMBER_BITS = 32;

  /** Notes: the period, and behind it the member. */
  private long[] notes = new long[FIRST_ROOM];

  private int count;
  private final Map<Long, BitSet> byPeriod = new HashMap<>();

  /** Notes a member of the set of an hour or day. */
  public void note(int period, int member) {
    if (count == notes.length) {
      notes = Arrays.copyOf(notes, count * 2);
    }
    notes[count++] = (long) period << MEMBER_BITS | member;
  }

  /** Number of members of the set of an hour or day. */
  public int count(long period) {
    gather(this);
    count = 0;
    BitSet members = byPeriod.get(period);
    return members == null ? 0 : members.cardinality();
  }

  /** Adds all that another has. */
  public void addAll(Presence other) {
    gather(other);
    other.byPeriod.forEach(
        (period, members) -> byPeriod.computeIfAbsent(period, any -> new BitSet()).or(members));
  }

  private void gather(Presence from) {
    for (int i = 0; i < from.count; i++) {
      byPeriod
          .computeIfAbsent(from.notes[i] >> MEMBER_BITS, any -> new BitSet())
          .set((int) from.notes[i]);
    }
  }
}
