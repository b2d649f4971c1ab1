package org.openedx.devdata.embedded.clickhouse;

import java.util.Arrays;
import java.util.Locale;

/**
 * Output formats of which a long result can be sent chunk by chunk. The library repeats the head of
 * a format in each chunk (seen with 26.7.3), so the head of every chunk but the first is cut off.
 * Formats with a tail, or one block for everything, are not among them.
 */
enum StreamedFormat {
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

  /** What holds for a format, named in any case, by any of its names. */
  static StreamedFormat of(String format) {
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

  /** The part of a later chunk that carries on where the first one ended. */
  byte[] withoutHead(byte[] chunk) {
    int head = headLength(chunk);
    return head == 0 ? chunk : Arrays.copyOfRange(chunk, head, chunk.length);
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
