package org.openedx.devdata.spec;

import java.util.Locale;

/**
 * Equality of texts in a database with {@code utf8mb4_unicode_ci}: without regard to case, accents,
 * width and trailing blanks, letter by letter as the Unicode collation 4.0 has it (é is e, ß is ss,
 * ё is е, but й is not и).
 *
 * <p>Exact for that collation, which Tutor uses and a test compares with a real server. Others
 * differ in rare letters and in emoji, which this one takes all for the same.
 */
public final class Collation {

  /** Every character beyond 16 bits weighs the same. */
  private static final char BEYOND = '\uFFFD';

  private Collation() {}

  /** A form that is equal for texts that the database takes for equal. */
  public static String fold(String text) {
    String letters = upper(text);
    int end = letters.length();
    while (end > 0 && letters.charAt(end - 1) == ' ') {
      end--;
    }
    return letters.substring(0, end);
  }

  /** Texts of printable ASCII characters differ but for their case. */
  private static String upper(String text) {
    boolean lower = false;
    for (int index = 0; index < text.length(); index++) {
      char character = text.charAt(index);
      if (character < ' ' || character > '~') {
        return weigh(text);
      }
      lower |= character >= 'a' && character <= 'z';
    }
    return lower ? text.toUpperCase(Locale.ROOT) : text;
  }

  private static String weigh(String text) {
    StringBuilder letters = new StringBuilder(text.length());
    for (int index = 0; index < text.length(); ) {
      int character = text.codePointAt(index);
      if (character > 0xFFFF) {
        letters.append(BEYOND);
      } else {
        CollationTable.append(letters, (char) character);
      }
      index += Character.charCount(character);
    }
    return letters.toString();
  }
}
