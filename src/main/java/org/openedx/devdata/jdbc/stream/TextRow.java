package org.openedx.devdata.jdbc.stream;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.openedx.devdata.bytes.OutputBytes;

/**
 * The text form of {@code LOAD DATA}: tabs between fields, line feeds after rows, {@code \N} for
 * NULL; backslash, tab, line feed and zero are escaped by a letter, so that a line feed always ends
 * a row. Stateless.
 */
final class TextRow {

  /** First byte of a field in the protocol's text form that stands for NULL. */
  private static final int NULL = 0xfb;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;
  private static final long BACKSLASHES = '\\' * ONES;

  /** Bytes below this may need an escape. */
  private static final long LOW = ('\n' + 1) * ONES;

  private TextRow() {}

  /**
   * Appends a row.
   *
   * @param packet holds the row as the protocol's text form has it
   * @param from where it begins
   * @param to where it ends
   */
  static void append(byte[] packet, int from, int to, OutputBytes into) {
    int before = into.length();
    // A NULL is one byte there and three here; anything else doubles at most.
    into.reserve(3 * (to - from) + 16);
    byte[] target = into.array();
    int out = before;
    int at = from;
    while (at < to) {
      int first = packet[at++] & 0xff;
      if (first == NULL) {
        target[out++] = '\\';
        target[out++] = 'N';
      } else {
        int length = first;
        if (first > NULL) {
          int width = first == 0xfc ? 2 : first == 0xfd ? 3 : 8;
          length = (int) number(packet, at, width);
          at += width;
        }
        out = escape(packet, at, at + length, target, out);
        at += length;
      }
      target[out++] = '\t';
    }
    target[out - 1] = '\n';
    into.truncate(out);
  }

  private static long number(byte[] packet, int at, int width) {
    long number = 0;
    for (int i = width - 1; i >= 0; i--) {
      number = number << 8 | packet[at + i] & 0xff;
    }
    return number;
  }

  private static int escape(byte[] source, int from, int to, byte[] target, int start) {
    int at = from;
    int out = start;
    while (at + 8 <= to) {
      long eight = (long) LONGS.get(source, at);
      if (mayNeedEscapes(eight)) {
        for (int end = at + 8; at < end; at++) {
          out = escape(source[at], target, out);
        }
      } else {
        LONGS.set(target, out, eight);
        at += 8;
        out += 8;
      }
    }
    for (; at < to; at++) {
      out = escape(source[at], target, out);
    }
    return out;
  }

  /** Never false for eight bytes of which one needs an escape. */
  private static boolean mayNeedEscapes(long eight) {
    long different = eight ^ BACKSLASHES;
    return (((eight - LOW) & ~eight | (different - ONES) & ~different) & HIGHS) != 0;
  }

  private static int escape(byte one, byte[] target, int start) {
    int out = start;
    switch (one) {
      case '\\' -> {
        target[out++] = '\\';
        target[out++] = '\\';
      }
      case '\t' -> {
        target[out++] = '\\';
        target[out++] = 't';
      }
      case '\n' -> {
        target[out++] = '\\';
        target[out++] = 'n';
      }
      case 0 -> {
        target[out++] = '\\';
        target[out++] = '0';
      }
      default -> target[out++] = one;
    }
    return out;
  }
}
