package org.openedx.devdata.spec;

/** Values of a person's file as messages show them: quoted, short, on one line. */
public final class Shown {

  private static final int LONGEST = 60;

  private Shown() {}

  /** The text in double quotes, cut after 60 characters, with control characters escaped. */
  public static String quoted(String text) {
    return '"' + cut(text) + '"';
  }

  /** As {@link #quoted}, without the quotes. */
  public static String cut(String text) {
    StringBuilder shown = new StringBuilder();
    int count = 0;
    for (int index = 0; index < text.length(); count++) {
      if (count == LONGEST) {
        return shown.append('…').toString();
      }
      int character = text.codePointAt(index);
      append(shown, character);
      index += Character.charCount(character);
    }
    return shown.toString();
  }

  /** A whole message on one line: control characters of the values in it are escaped. */
  public static String line(String message) {
    if (message.codePoints().noneMatch(Shown::isUnseen)) {
      return message;
    }
    StringBuilder shown = new StringBuilder();
    message.codePoints().forEach(character -> append(shown, character));
    return shown.toString();
  }

  private static void append(StringBuilder shown, int character) {
    switch (character) {
      case '\n' -> shown.append("\\n");
      case '\r' -> shown.append("\\r");
      case '\t' -> shown.append("\\t");
      default -> {
        if (isUnseen(character)) {
          shown.append(String.format("\\u%04X", character));
        } else {
          shown.appendCodePoint(character);
        }
      }
    }
  }

  private static boolean isUnseen(int character) {
    int type = Character.getType(character);
    return Character.isISOControl(character)
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE;
  }
}
