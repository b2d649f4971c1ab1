package org.openedx.devdata.keep.snapshot.mysql;

import java.util.Arrays;

/** A list of numbers that grows. Mutable, not thread-safe. */
final class LongList {

  private long[] values = new long[64];
  private int size;

  void add(long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size++] = value;
  }

  long get(int index) {
    return values[index];
  }

  int size() {
    return size;
  }
}
