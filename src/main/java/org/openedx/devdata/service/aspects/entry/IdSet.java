package org.openedx.devdata.service.aspects.entry;

/**
 * Ids of rows, each with a number, in little memory: an id may be there with several numbers.
 * Mutable, not thread-safe.
 */
final class IdSet {

  private static final int FIRST_ROOM = 1_024;

  /** Odd, so that it loses nothing; upper bits of a product depend on all bits. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private long[] highs = new long[FIRST_ROOM];
  private long[] lows = new long[FIRST_ROOM];
  private long[] numbers = new long[FIRST_ROOM];
  private boolean[] taken = new boolean[FIRST_ROOM];
  private int count;

  /** Takes the numbers of an id. */
  @FunctionalInterface
  interface Taker {
    void take(long number);
  }

  /** Adds an id with a number, unless it is there with that. */
  void add(long high, long low, long number) {
    if (count >= highs.length / 2) {
      grow();
    }
    if (put(high, low, number)) {
      count++;
    }
  }

  private boolean put(long high, long low, long number) {
    int place = first(high, low);
    for (; taken[place]; place = next(place)) {
      if (highs[place] == high && lows[place] == low && numbers[place] == number) {
        return false;
      }
    }
    taken[place] = true;
    highs[place] = high;
    lows[place] = low;
    numbers[place] = number;
    return true;
  }

  private void grow() {
    long[] oldHighs = highs;
    long[] oldLows = lows;
    long[] oldNumbers = numbers;
    boolean[] oldTaken = taken;
    int room = Math.multiplyExact(oldHighs.length, 2);
    highs = new long[room];
    lows = new long[room];
    numbers = new long[room];
    taken = new boolean[room];
    for (int i = 0; i < oldTaken.length; i++) {
      if (oldTaken[i]) {
        put(oldHighs[i], oldLows[i], oldNumbers[i]);
      }
    }
  }

  private int first(long high, long low) {
    long mixed = (high ^ Long.rotateLeft(low, 29)) * SPREAD;
    return (int) (mixed >>> 32) & highs.length - 1;
  }

  private int next(int place) {
    return place + 1 & highs.length - 1;
  }

  /** Hands over the numbers that an id has. */
  void of(long high, long low, Taker taker) {
    for (int place = first(high, low); taken[place]; place = next(place)) {
      if (highs[place] == high && lows[place] == low) {
        taker.take(numbers[place]);
      }
    }
  }

  /** Returns whether an id is there. */
  boolean contains(long high, long low) {
    for (int place = first(high, low); taken[place]; place = next(place)) {
      if (highs[place] == high && lows[place] == low) {
        return true;
      }
    }
    return false;
  }

  /** Number of ids, each counted as often as it has numbers. */
  int size() {
    return count;
  }
}
