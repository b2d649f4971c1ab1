package org.openedx.devdata.spec.yaml;

import java.io.StringReader;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * SnakeYAML's reader over a text that is in memory as a whole. The original copies its window for
 * every kibibyte of look-ahead, so that a line of some megabytes takes minutes; here look-ahead is
 * free. Its counting of lines and columns is the same, which a test compares. Not thread-safe.
 */
final class TextStream extends StreamReader {

  private static final int[] NO_SNIPPET = {};

  private final String text;

  /** Characters of a text with some beyond 16 bits; null when its chars are its characters. */
  private final int[] points;

  private final int length;
  private int index;
  private int documentIndex;
  private int line;
  private int column;

  /**
   * @param text without control characters
   */
  TextStream(String text) {
    super(new StringReader(""));
    this.text = text;
    boolean wide = text.chars().anyMatch(unit -> Character.isSurrogate((char) unit));
    this.points = wide ? text.codePoints().toArray() : null;
    this.length = wide ? points.length : text.length();
  }

  /**
   * @param text without control characters, and without characters beyond 16 bits
   * @param piece the part of it to read
   */
  TextStream(String text, TextPieces.Piece piece) {
    super(new StringReader(""));
    this.text = text;
    this.points = null;
    this.length = piece.to();
    this.index = piece.from();
    this.line = piece.line();
  }

  private int at(int place) {
    if (place >= length) {
      return '\0';
    }
    return points == null ? text.charAt(place) : points[place];
  }

  @Override
  public int peek() {
    return at(index);
  }

  @Override
  public int peek(int ahead) {
    return at(index + ahead);
  }

  @Override
  public String prefix(int count) {
    int end = Math.min(index + count, length);
    return points == null ? text.substring(index, end) : new String(points, index, end - index);
  }

  @Override
  public String prefixForward(int count) {
    String prefix = prefix(count);
    index += count;
    documentIndex += count;
    column += count; // a prefix never holds a line break
    return prefix;
  }

  @Override
  public void forward() {
    forward(1);
  }

  @Override
  public void forward(int count) {
    for (int step = 0; step < count && index < length; step++) {
      int character = at(index++);
      documentIndex++;
      if (breaksLine(character)) {
        line++;
        column = 0;
      } else if (character != 0xFEFF) {
        column++;
      }
    }
  }

  private boolean breaksLine(int character) {
    return switch (character) {
      case '\n', 0x85, 0x2028, 0x2029 -> true;
      case '\r' -> index < length && at(index) != '\n';
      default -> false;
    };
  }

  @Override
  public Mark getMark() {
    return new Mark("", index, line, column, NO_SNIPPET, 0);
  }

  @Override
  public int getColumn() {
    return column;
  }

  @Override
  public int getLine() {
    return line;
  }

  @Override
  public int getIndex() {
    return index;
  }

  @Override
  public int getDocumentIndex() {
    return documentIndex;
  }

  @Override
  public void resetDocumentIndex() {
    documentIndex = 0;
  }

  /** The characters around a mark. */
  String around(Mark mark) {
    int start = Math.max(0, mark.getIndex() - 100);
    int end = Math.min(length, mark.getIndex() + 100);
    return points == null ? text.substring(start, end) : new String(points, start, end - start);
  }
}
