package org.openedx.devdata.spec.yaml;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a long file where a top-level key or an item of a top-level list seems to begin, so that
 * several threads can read it. It looks at line beginnings only and may be mistaken, in the midst
 * of a quoted text for instance; {@link PiecewiseComposer} then finds pieces that do not fit
 * together. Stateless.
 */
final class TextPieces {

  /** Characters that end lines besides the line feed, or of which columns are counted otherwise. */
  private static final String RARE = "\r\u0085\u2028\u2029\uFEFF";

  private TextPieces() {}

  /**
   * A piece of a text.
   *
   * @param from index of its first character
   * @param to index behind its last one
   * @param line number of its first line, from 0
   * @param continues whether it begins with an item of the list that the piece before ends with
   */
  record Piece(int from, int to, int line, boolean continues) {}

  /**
   * The pieces in their order; none when the text is not worth cutting or not safe to cut.
   *
   * @param size characters that a piece should have at least
   */
  static List<Piece> cut(String text, int size) {
    if (text.length() < 2 * size || isRare(text)) {
      return List.of();
    }
    List<Piece> pieces = new ArrayList<>();
    Piece open = new Piece(0, 0, 0, false);
    int itemIndent = -1;
    int line = 0;
    for (int start = 0; start < text.length(); start = text.indexOf('\n', start) + 1) {
      boolean enough = start - open.from() >= size;
      int indent = indentOfItem(text, start);
      if (isTopLevelKey(text, start)) {
        if (text.startsWith("---", start) || text.startsWith("...", start)) {
          return List.of();
        }
        itemIndent = -1;
        if (enough || open.continues()) {
          pieces.add(new Piece(open.from(), start, open.line(), open.continues()));
          open = new Piece(start, 0, line, false);
        }
      } else if (indent >= 0 && itemIndent < 0) {
        itemIndent = indent;
      } else if (indent >= 0 && indent == itemIndent && enough) {
        pieces.add(new Piece(open.from(), start, open.line(), open.continues()));
        open = new Piece(start, 0, line, true);
      }
      line++;
      if (text.indexOf('\n', start) < 0) {
        break;
      }
    }
    pieces.add(new Piece(open.from(), text.length(), open.line(), open.continues()));
    return pieces.size() < 2 ? List.of() : pieces;
  }

  private static boolean isRare(String text) {
    for (int index = 0; index < text.length(); index++) {
      char character = text.charAt(index);
      boolean suspect = character > 0x7E || character == '\r';
      if (suspect && (Character.isSurrogate(character) || RARE.indexOf(character) >= 0)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTopLevelKey(String text, int start) {
    return switch (text.charAt(start)) {
      case ' ', '\t', '\n', '#' -> false;
      case '-' -> text.startsWith("---", start);
      default -> true;
    };
  }

  /** Blanks before the dash of an item; -1 for another line. */
  private static int indentOfItem(String text, int start) {
    int index = start;
    while (index < text.length() && text.charAt(index) == ' ') {
      index++;
    }
    return text.startsWith("- ", index) ? index - start : -1;
  }
}
