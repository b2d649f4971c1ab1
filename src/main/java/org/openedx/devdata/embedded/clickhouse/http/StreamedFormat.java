package org.openedx.devdata.embedded.clickhouse.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * Output formats of which a long result can be sent chunk by chunk. The library repeats the head of
 * a format in each chunk, and its tail (seen with 26.7.3), so the head of every chunk but the first
 * is cut off, and the tail of all but the last. Formats with one block for everything, or a tail
 * that depends on the rows, are not among them.
 */
public enum StreamedFormat {
  /** Rows or blocks, one after the other, and nothing else. */
  PLAIN,
  /** A line of names first. */
  ONE_LINE,
  /** A line of names, a line of types. */
  TWO_LINES,
  /** Count and names of the columns, in binary. */
  BINARY_NAMES,
  /** Count, names and types of the columns, in binary. */
  BINARY_NAMES_AND_TYPES,
  /** Must be made as a whole. */
  NONE;

  /** The setting with the tail of results in a format that the client has made up. */
  private static final String TAIL = "format_custom_result_after_delimiter";

  /** Settings of such a format, and what they must be for its parts to be found in a chunk. */
  private static final Map<String, String> CUSTOM =
      Map.of(
          "format_custom_escaping_rule", "Escaped",
          "format_custom_field_delimiter", "\t",
          "format_custom_row_before_delimiter", "",
          "format_custom_row_after_delimiter", "\n",
          "format_custom_row_between_delimiter", "",
          "format_custom_result_before_delimiter", "");

  /**
   * Finds the properties of a format, named in any case, by any of its names.
   *
   * @param settings those that came with the statement
   */
  static StreamedFormat of(String format, Map<String, String> settings) {
    boolean known =
        CUSTOM.entrySet().stream()
            .allMatch(
                each ->
                    settings.getOrDefault(each.getKey(), each.getValue()).equals(each.getValue()));
    return switch (format.toLowerCase(Locale.ROOT)) {
      case "customseparated" -> known ? PLAIN : NONE;
      case "customseparatedwithnames" -> known ? ONE_LINE : NONE;
      case "customseparatedwithnamesandtypes" -> known ? TWO_LINES : NONE;
      default -> of(format);
    };
  }

  /** The tail of a result, which each chunk has. */
  static String tail(String format, Map<String, String> settings) {
    return format.toLowerCase(Locale.ROOT).startsWith("customseparated")
        ? settings.getOrDefault(TAIL, "")
        : "";
  }

  private static StreamedFormat of(String format) {
    String name = format.toLowerCase(Locale.ROOT).replace("tabseparated", "tsv");
    return switch (name) {
      case "native", "rowbinary", "tsv", "tsvraw", "csv", "jsoneachrow", "jsoncompacteachrow" ->
          PLAIN;
      case "tsvwithnames", "jsoncompacteachrowwithnames" -> ONE_LINE;
      case "tsvwithnamesandtypes", "jsoncompacteachrowwithnamesandtypes" -> TWO_LINES;
      case "rowbinarywithnames" -> BINARY_NAMES;
      case "rowbinarywithnamesandtypes" -> BINARY_NAMES_AND_TYPES;
      default -> NONE;
    };
  }

  /**
   * The length of the head of a chunk.
   *
   * @param chunk a chunk as the library gives it, so with its whole head
   */
  int headLength(byte[] chunk) {
    return switch (this) {
      case ONE_LINE -> lines(chunk, 1);
      case TWO_LINES -> lines(chunk, 2);
      case BINARY_NAMES -> binary(chunk, 1);
      case BINARY_NAMES_AND_TYPES -> binary(chunk, 2);
      case PLAIN, NONE -> 0;
    };
  }

  /**
   * The part of a chunk that continues those before it.
   *
   * @param first whether it is the first one, whose head belongs to the result
   * @param tail how many bytes of its end do not
   */
  byte[] part(byte[] chunk, boolean first, int tail) {
    int head = first ? 0 : headLength(chunk);
    return head + tail == 0 ? chunk : Arrays.copyOfRange(chunk, head, chunk.length - tail);
  }

  private static int lines(byte[] chunk, int count) {
    int at = 0;
    for (int line = 0; line < count; line++) {
      while (chunk[at++] != '\n') {
        // Names and types are escaped in these formats: a line end is the end of the line.
      }
    }
    return at;
  }

  private static int binary(byte[] chunk, int stringsPerColumn) {
    int at = 0;
    long packed = varint(chunk, at);
    at += (int) (packed >>> 32);
    int strings = (int) packed * stringsPerColumn;
    for (int i = 0; i < strings; i++) {
      packed = varint(chunk, at);
      at += (int) (packed >>> 32) + (int) packed;
    }
    return at;
  }

  /** Value in the low half, how many bytes it takes in the high half. */
  private static long varint(byte[] bytes, int from) {
    int value = 0;
    int at = from;
    int shift = 0;
    byte b;
    do {
      b = bytes[at++];
      value |= (b & 0x7f) << shift;
      shift += 7;
    } while (b < 0);
    return ((long) (at - from) << 32) | value;
  }
}
