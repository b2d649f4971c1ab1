package org.openedx.devdata.cli.report.text;

/**
 * Values as a terminal can show them: on one line, without control characters, not too long, and
 * measured as terminals do. Stateless.
 */
public final class Printable {

  private Printable() {}

  /** The text with everything that is not plain to see written as an escape. */
  public static String of(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints().forEach(character -> append(shown, character));
    return shown.toString();
  }

  /** As {@link #of}, cut to a width, with an ellipsis in place of the rest. */
  public static String cut(String text, int columns) {
    String shown = of(text.length() > 4 * columns ? safeHead(text, 4 * columns) : text);
    if (width(shown) <= columns && text.length() <= 4 * columns) {
      return shown;
    }
    StringBuilder head = new StringBuilder();
    int used = 0;
    for (int index = 0; index < shown.length(); ) {
      int character = shown.codePointAt(index);
      used += width(character);
      if (used > columns - 1) {
        break;
      }
      head.appendCodePoint(character);
      index += Character.charCount(character);
    }
    return head.append('…').toString();
  }

  private static String safeHead(String text, int end) {
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
  }

  /** Number of columns that a terminal gives to a text. */
  public static int width(String text) {
    return text.codePoints().map(Printable::width).sum();
  }

  private static int width(int character) {
    int type = Character.getType(character);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    return isWide(character) ? 2 : 1;
  }

  /** The wide and full-width blocks of Unicode's East Asian Width, and emoji. */
  private static boolean isWide(int character) {
    return character >= 0x1100 && character <= 0x115F
        || character >= 0x2E80 && character <= 0x303E
        || character >= 0x3041 && character <= 0x33FF
        || character >= 0x3400 && character <= 0x4DBF
        || character >= 0x4E00 && character <= 0x9FFF
        || character >= 0xA000 && character <= 0xA4CF
        || character >= 0xA960 && character <= 0xA97F
        || character >= 0xAC00 && character <= 0xD7A3
        || character >= 0xF900 && character <= 0xFAFF
        || character >= 0xFE30 && character <= 0xFE6F
        || character >= 0xFF00 && character <= 0xFF60
        || character >= 0xFFE0 && character <= 0xFFE6
        || character >= 0x1F300 && character <= 0x1F64F
        || character >= 0x1F680 && character <= 0x1F6FF
        || character >= 0x1F900 && character <= 0x1FAFF
        || character >= 0x20000 && character <= 0x3FFFD;
  }

  private static void append(StringBuilder shown, int character) {
    switch (character) {
      case '\n' -> shown.append("\\n");
      case '\r' -> shown.append("\\r");
      case '\t' -> shown.append("\\t");
      default -> {
        int type = Character.getType(character);
        if (Character.isISOControl(character)
            || isDirectionControl(character)
            || type == Character.LINE_SEPARATOR
            || type == Character.PARAGRAPH_SEPARATOR
            || type == Character.SURROGATE) {
          shown.append(String.format("\\u%04X", character));
        } else {
          shown.appendCodePoint(character);
        }
      }
    }
  }

  /** Marks that would turn the rest of the line around. */
  private static boolean isDirectionControl(int character) {
    return character >= 0x202A && character <= 0x202E || character >= 0x2066 && character <= 0x2069;
  }
}
