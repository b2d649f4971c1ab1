package org.openedx.devdata.answers.figure;

import java.util.Arrays;

/**
 * Figures by key: each key, a number into which a chart packs what it counts by, has so many sums.
 * Its size depends on the keys that were met, not on what was counted. Mutable, not thread-safe.
 */
public final class Cells {

  private static final int FIRST_ROOM = 64;
  private static final long MIXER = 0x9e3779b97f4a7c15L;

  private final int width;
  private long[] keys = new long[FIRST_ROOM];
  private long[] sums;

  /** Places of keys by hash, from 1; 0 for none. */
  private int[] table = new int[FIRST_ROOM * 2];

  private int count;

  /** Receives the figures of a key. */
  @FunctionalInterface
  public interface Reader {

    /**
     * A key with its sums.
     *
     * @param figures to be read before the next call
     */
    void cell(long key, long[] figures);
  }

  /**
   * @param width sums of each key
   */
  public Cells(int width) {
    this.width = width;
    this.sums = new long[FIRST_ROOM * width];
  }

  /** Adds an amount to one of the sums of a key. */
  public void add(long key, int figure, long amount) {
    int place = place(key); // May exchange the array.
    sums[place * width + figure] += amount;
  }

  /** Adds 1 to the first sum of a key. */
  public void count(long key) {
    add(key, 0, 1);
  }

  /** One of the sums of a key. */
  public long of(long key, int figure) {
    int found = table[slot(key)];
    return found == 0 ? 0 : sums[(found - 1) * width + figure];
  }

  /** Adds all that another has, which is of the same chart. */
  public void addAll(Cells other) {
    for (int i = 0; i < other.count; i++) {
      int place = place(other.keys[i]);
      for (int figure = 0; figure < width; figure++) {
        sums[place * width + figure] += other.sums[i * width + figure];
      }
    }
  }

  /** Reads all keys, the least first. */
  public void read(Reader reader) {
    long[] sorted = Arrays.copyOf(keys, count);
    Arrays.sort(sorted);
    long[] figures = new long[width];
    for (long key : sorted) {
      System.arraycopy(sums, (table[slot(key)] - 1) * width, figures, 0, width);
      reader.cell(key, figures);
    }
  }

  private int place(long key) {
    int slot = slot(key);
    if (table[slot] != 0) {
      return table[slot] - 1;
    }
    if (count == keys.length) {
      grow();
      slot = slot(key);
    }
    keys[count] = key;
    table[slot] = ++count;
    return count - 1;
  }

  private int slot(long key) {
    long mixed = key * MIXER;
    int slot = (int) (mixed ^ mixed >>> 32) & table.length - 1;
    while (table[slot] != 0 && keys[table[slot] - 1] != key) {
      slot = slot + 1 & table.length - 1;
    }
    return slot;
  }

  private void grow() {
    keys = Arrays.copyOf(keys, count * 2);
    sums = Arrays.copyOf(sums, count * 2 * width);
    table = new int[keys.length * 2];
    for (int i = 0; i < count; i++) {
      table[slot(keys[i])] = i + 1;
    }
  }
}
