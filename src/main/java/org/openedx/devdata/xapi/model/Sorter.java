package org.openedx.devdata.xapi.model;

/**
 * Sorts numbers by merging, with a buffer that is used again: the JDK's sort takes a new one for
 * arrays that are nearly in order, as these are. Mutable, not thread-safe.
 */
final class Sorter {

  private long[] buffer = new long[0];

  /** Sorts the first numbers of an array. */
  void sort(long[] values, int count) {
    if (buffer.length < count) {
      buffer = new long[values.length];
    }
    long[] source = values;
    long[] target = buffer;
    for (int width = 1; width < count; width *= 2) {
      for (int begin = 0; begin < count; begin += 2 * width) {
        merge(
            source,
            target,
            begin,
            Math.min(begin + width, count),
            Math.min(begin + 2 * width, count));
      }
      long[] swapped = source;
      source = target;
      target = swapped;
    }
    if (source != values) {
      System.arraycopy(source, 0, values, 0, count);
    }
  }

  private static void merge(long[] source, long[] target, int begin, int middle, int end) {
    if (middle >= end || source[middle - 1] <= source[middle]) {
      System.arraycopy(source, begin, target, begin, end - begin);
      return;
    }
    int left = begin;
    int right = middle;
    for (int at = begin; at < end; at++) {
      boolean fromLeft = right >= end || left < middle && source[left] <= source[right];
      target[at] = fromLeft ? source[left++] : source[right++];
    }
  }
}
