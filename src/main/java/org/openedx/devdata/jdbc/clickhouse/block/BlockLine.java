package org.openedx.devdata.jdbc.clickhouse.block;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.openedx.devdata.bytes.OutputBytes;

/**
 * Lines of values: tabs between them, a line feed behind; backslashes, tabs, line feeds and zeros
 * are escaped by a letter, so that a line feed always ends a row. Stateless.
 */
public final class BlockLine {

  static final String NULL = "\\N";

  private static final byte[] TWO = {'\\', '\\'};
  private static final byte[] TWO_IN_QUOTES = {'\\', '\\', '\\', '\\'};
  private static final byte[] TAB = {'\\', 't'};
  private static final byte[] LINE_FEED = {'\\', 'n'};
  private static final byte[] ZERO = {'\\', '0'};
  private static final byte[] QUOTE = {'\\', '\\', '\''};

  private BlockLine() {}

  static void escape(String value, boolean inside, OutputBytes text) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    escape(bytes, 0, bytes.length, false, text);
  }

  static void escape(byte[] source, int from, int to, boolean inside, OutputBytes text) {
    int before = text.length();
    text.reserve(4 * (to - from) + 2);
    byte[] target = text.array();
    int out = before;
    if (inside) {
      target[out++] = '\'';
    }
    for (int at = from; at < to; at++) {
      byte one = source[at];
      if (one == '\\' || one == '\t' || one == '\n' || one == 0 || one == '\'' && inside) {
        for (byte each : escaped(one, inside)) {
          target[out++] = each;
        }
      } else {
        target[out++] = one;
      }
    }
    if (inside) {
      target[out++] = '\'';
    }
    text.truncate(out);
  }

  private static byte[] escaped(byte one, boolean inside) {
    return switch (one) {
      case '\\' -> inside ? TWO_IN_QUOTES : TWO;
      case '\t' -> TAB;
      case '\n' -> LINE_FEED;
      case 0 -> ZERO;
      default -> QUOTE;
    };
  }

  /**
   * The values of a line, with or without its line feed; null for NULL.
   *
   * @param columns number of values
   */
  public static List<String> values(byte[] line, int columns) {
    List<String> values = new ArrayList<>(columns);
    int end = line.length > 0 && line[line.length - 1] == '\n' ? line.length - 1 : line.length;
    int at = 0;
    while (values.size() < columns) {
      int stop = at;
      while (stop < end && line[stop] != '\t') {
        stop++;
      }
      values.add(value(line, at, stop));
      at = stop + 1;
    }
    return values;
  }

  private static String value(byte[] line, int from, int to) {
    if (to - from == 2 && line[from] == '\\' && line[from + 1] == 'N') {
      return null;
    }
    OutputBytes raw = new OutputBytes(to - from);
    for (int at = from; at < to; at++) {
      raw.put(line[at] == '\\' ? unescaped(line[++at]) : line[at]);
    }
    return raw.toString();
  }

  private static byte unescaped(byte letter) {
    return switch (letter) {
      case 't' -> '\t';
      case 'n' -> '\n';
      case '0' -> 0;
      default -> letter;
    };
  }
}
