package org.openedx.devdata.xapi.model;

import java.util.Arrays;

/**
 * The visits and calendar statements of one frame, and the order in which they come out: by run,
 * place and time. Arrays that are used again. Mutable, not thread-safe.
 */
final class Entries {

  static final byte VISIT = 0;
  static final byte REGISTERED = 1;
  static final byte UNREGISTERED = 2;

  /** No stretch of problems. */
  static final int NONE = -1;

  private static final int RANK_BITS = 22;
  private static final int PLACE_BITS = 24;
  private static final long RANK_MASK = (1L << RANK_BITS) - 1;

  private final Sorter sorter = new Sorter();
  private int count;
  private long begin;
  private byte[] kinds = new byte[1024];
  private int[] runs = new int[1024];
  private int[] places = new int[1024];
  private int[] lengths = new int[1024];
  private int[] stretches = new int[1024];
  private boolean[] passes = new boolean[1024];
  private long[] starts = new long[1024];
  private long[] ends = new long[1024];
  private long[] keys = new long[1024];
  private long[] byTime = new long[1024];
  private long[] order = new long[1024];

  void clear(long frameBegin) {
    count = 0;
    begin = frameBegin;
  }

  void add(byte kind, int run, int place, long micros) {
    add(kind, run, place, micros, micros, 1, micros, NONE, false);
  }

  /**
   * Adds a visit, or another entry.
   *
   * @param stretch the problems that are answered in it; {@link #NONE} for none
   * @param pass whether the learner passes in it for the first time
   */
  void add(
      byte kind,
      int run,
      int place,
      long start,
      long end,
      int length,
      long key,
      int stretch,
      boolean pass) {
    if (count == kinds.length) {
      grow();
    }
    kinds[count] = kind;
    runs[count] = run;
    places[count] = place;
    starts[count] = start;
    ends[count] = end;
    lengths[count] = length;
    stretches[count] = stretch;
    passes[count] = pass;
    keys[count] = key;
    count++;
  }

  /**
   * Gives the sittings among the visits more statements, and the others fewer, where the sittings
   * have too few. To be called before anything else than visits is added.
   *
   * @param room how many statements sittings must have, at most all
   */
  void makeRoom(long room) {
    long all = 0;
    long sat = 0;
    for (int entry = 0; entry < count; entry++) {
      all += lengths[entry];
      sat += stretches[entry] == NONE ? 0 : lengths[entry];
    }
    if (sat == 0 || sat >= room) {
      return;
    }
    double more = (double) room / sat;
    double less = sat == all ? 1 : (double) (all - room) / (all - sat);
    long[] done = new long[2];
    long[] given = new long[2];
    for (int entry = 0; entry < count; entry++) {
      int sitting = stretches[entry] == NONE ? 0 : 1;
      done[sitting] += lengths[entry];
      long reached = Math.round(done[sitting] * (sitting == 1 ? more : less));
      lengths[entry] = (int) (reached - given[sitting]);
      given[sitting] = reached;
    }
  }

  /** Puts the entries in order, and makes one visit of those that overlap. */
  void arrange() {
    int made = 0;
    for (int entry = 0; entry < count; entry++) {
      if (lengths[entry] > 0) {
        byTime[made++] = (starts[entry] - begin) / 1000 << RANK_BITS | entry;
      }
    }
    count = made;
    sorter.sort(byTime, count);
    for (int rank = 0; rank < count; rank++) {
      int entry = (int) (byTime[rank] & RANK_MASK);
      order[rank] =
          (long) runs[entry] << (RANK_BITS + PLACE_BITS) | (long) places[entry] << RANK_BITS | rank;
    }
    sorter.sort(order, count);
    for (int i = 0; i < count; i++) {
      order[i] = byTime[(int) (order[i] & RANK_MASK)] & RANK_MASK;
    }
    mergeOverlaps();
  }

  private void mergeOverlaps() {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      int entry = (int) order[i];
      int before = kept == 0 ? -1 : (int) order[kept - 1];
      if (before >= 0
          && kinds[entry] == VISIT
          && kinds[before] == VISIT
          && runs[entry] == runs[before]
          && places[entry] == places[before]
          && starts[entry] <= ends[before]) {
        lengths[before] += lengths[entry];
        stretches[before] = stretches[before] == NONE ? stretches[entry] : stretches[before];
        passes[before] |= passes[entry];
        ends[before] = Math.max(ends[before], ends[entry]);
      } else {
        order[kept++] = entry;
      }
    }
    count = kept;
  }

  int count() {
    return count;
  }

  byte kind(int index) {
    return kinds[(int) order[index]];
  }

  int run(int index) {
    return runs[(int) order[index]];
  }

  int place(int index) {
    return places[(int) order[index]];
  }

  int length(int index) {
    return lengths[(int) order[index]];
  }

  /** The stretch of problems that is answered in a visit; {@link #NONE} for none. */
  int stretch(int index) {
    return stretches[(int) order[index]];
  }

  /** Returns whether the learner of a visit passes in it for the first time. */
  boolean passes(int index) {
    return passes[(int) order[index]];
  }

  long start(int index) {
    return starts[(int) order[index]];
  }

  long end(int index) {
    return ends[(int) order[index]];
  }

  long key(int index) {
    return keys[(int) order[index]];
  }

  private void grow() {
    int size = count * 2;
    kinds = Arrays.copyOf(kinds, size);
    runs = Arrays.copyOf(runs, size);
    places = Arrays.copyOf(places, size);
    lengths = Arrays.copyOf(lengths, size);
    stretches = Arrays.copyOf(stretches, size);
    passes = Arrays.copyOf(passes, size);
    starts = Arrays.copyOf(starts, size);
    ends = Arrays.copyOf(ends, size);
    keys = Arrays.copyOf(keys, size);
    byTime = new long[size];
    order = new long[size];
  }
}
