package org.openedx.devdata.spec;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Which texts a database with {@code utf8mb4_unicode_ci} takes for the same, near enough to find
 * two records that cannot both be written: without regard to case, accents, width and trailing
 * blanks.
 *
 * <p>An approximation: compatibility decomposition (NFKD), marks dropped, upper case. It does not
 * know the collation's ignorable characters and a few letters of its own (such as ø), which the
 * planner learns from the database itself.
 */
public final class Collation {

  private Collation() {}

  /** A form that is equal for texts that the database takes for equal. */
  public static String fold(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    String trimmed = text.substring(0, end);
    if (ascii(trimmed)) {
      return trimmed.toUpperCase(Locale.ROOT);
    }
    String parts = Normalizer.normalize(trimmed, Normalizer.Form.NFKD);
    StringBuilder letters = new StringBuilder(parts.length());
    parts.codePoints().filter(point -> !mark(point)).forEach(letters::appendCodePoint);
    return letters.toString().toUpperCase(Locale.ROOT);
  }

  private static boolean mark(int character) {
    int type = Character.getType(character);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  private static boolean ascii(String text) {
    for (int index = 0; index < text.length(); index++) {
      if (text.charAt(index) >= 0x80) {
        return false;
      }
    }
    return true;
  }
}
