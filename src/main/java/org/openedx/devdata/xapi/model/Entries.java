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
    add(kind, run, place, micros, micros, 1, micros);
  }

  void add(byte kind, int run, int place, long start, long end, int length, long key) {
    if (count == kinds.length) {
      grow();
    }
    kinds[count] = kind;
    runs[count] = run;
    places[count] = place;
    starts[count] = start;
    ends[count] = end;
    lengths[count] = length;
    keys[count] = key;
    count++;
  }

  /** Puts the entries in order, and makes one visit of those that overlap. */
  void arrange() {
    for (int entry = 0; entry < count; entry++) {
      byTime[entry] = (starts[entry] - begin) / 1000 << RANK_BITS | entry;
    }
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
    starts = Arrays.copyOf(starts, size);
    ends = Arrays.copyOf(ends, size);
    keys = Arrays.copyOf(keys, size);
    byTime = new long[size];
    order = new long[size];
  }
}
