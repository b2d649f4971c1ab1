package org.openedx.devdata.keep.snapshot.mysql;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Lines of a stream, one after the other, in a buffer that is reused. Not thread-safe. */
public final class LineReader {

  private final InputStream in;
  private byte[] array = new byte[1 << 18];
  private int from;
  private int to;
  private int limit;

  public LineReader(InputStream in) {
    this.in = in;
  }

  /**
   * Goes to the next line.
   *
   * @return false after the last one
   */
  public boolean next() throws IOException {
    from = to;
    int at = from;
    while (true) {
      for (; at < limit; at++) {
        if (array[at] == '\n') {
          to = at + 1;
          return true;
        }
      }
      int read = at - from;
      more();
      at = from + read;
      if (limit == at) {
        to = at;
        return false;
      }
    }
  }

  /** Reads more after what there is of the line; reads nothing at the end. */
  private void more() throws IOException {
    if (from > 0) {
      System.arraycopy(array, from, array, 0, limit - from);
      limit -= from;
      from = 0;
    }
    if (limit == array.length) {
      array = Arrays.copyOf(array, limit * 2);
    }
    int got = in.read(array, limit, array.length - limit);
    limit += Math.max(got, 0);
  }

  /** The buffer with the line; valid until {@link #next}. */
  public byte[] array() {
    return array;
  }

  public int from() {
    return from;
  }

  /** End of the line, its line feed included. */
  public int to() {
    return to;
  }

  /** A field of a line that is a whole number. */
  public static long number(byte[] array, int lineFrom, int field) {
    int at = lineFrom;
    for (int i = 0; i < field; i++) {
      while (array[at] != '\t') {
        at++;
      }
      at++;
    }
    boolean negative = array[at] == '-';
    long number = 0;
    for (at += negative ? 1 : 0; array[at] >= '0' && array[at] <= '9'; at++) {
      number = number * 10 - (array[at] - '0');
    }
    return negative ? number : -number;
  }
}
