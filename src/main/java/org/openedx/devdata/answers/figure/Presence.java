package org.openedx.devdata.answers.figure;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Sets of those who are there, by hour or day. Mutable, not thread-safe. */
public final class Presence {

  private final Map<Long, BitSet> byPeriod = new HashMap<>();

  /** Notes a member of the set of an hour or day. */
  public void note(long period, int member) {
    byPeriod.computeIfAbsent(period, any -> new BitSet()).set(member);
  }

  /** Number of members of the set of an hour or day. */
  public int count(long period) {
    BitSet members = byPeriod.get(period);
    return members == null ? 0 : members.cardinality();
  }

  /** Adds all that another has. */
  public void addAll(Presence other) {
    other.byPeriod.forEach(
        (period, members) -> byPeriod.computeIfAbsent(period, any -> new BitSet()).or(members));
  }
}
