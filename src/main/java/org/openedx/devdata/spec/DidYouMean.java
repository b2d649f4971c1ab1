package org.openedx.devdata.spec;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the word that a person meant. Differences of case, of {@code -}, {@code _} and blanks, and
 * of singular and plural count for nothing; otherwise one slip of typing (a letter more, less,
 * other, or two swapped) is forgiven for every three letters.
 */
public final class DidYouMean {

  private static final int LONGEST = 100;

  /** Number of words beyond which the others are not looked at: a hint is not worth a search. */
  private static final int MANY = 2_000;

  private static final Pattern SEPARATORS = Pattern.compile("[-_\\s]");

  private DidYouMean() {}

  /**
   * The nearest of the (first two thousand) known words; the first of them when several are equally
   * near.
   */
  public static Optional<String> among(String word, Collection<String> known) {
    if (word.isEmpty() || word.length() > LONGEST) {
      return Optional.empty();
    }
    String plain = plain(word);
    String best = null;
    int bestDistance = Math.max(1, plain.length() / 3) + 1;
    int looked = 0;
    for (String candidate : known) {
      if (++looked > MANY) {
        break;
      }
      String other = plain(candidate);
      if (Math.abs(other.length() - plain.length()) >= bestDistance) {
        continue; // So many letters more or less are as many slips.
      }
      int distance = distance(plain, other);
      if (distance < bestDistance && distance < other.length()) {
        best = candidate;
        bestDistance = distance;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Returns whether two words differ only in what counts for nothing. */
  public static boolean same(String word, String other) {
    return plain(word).equals(plain(other));
  }

  /** {@code ; did you mean "users"?}, or the other text when nothing is near. */
  public static String hint(String word, Collection<String> known, String otherwise) {
    return among(word, known).map(near -> "; did you mean \"" + near + "\"?").orElse(otherwise);
  }

  /** Without what people vary freely: case, separators, a plural's ending. */
  private static String plain(String word) {
    String letters = SEPARATORS.matcher(word.toLowerCase(Locale.ROOT)).replaceAll("");
    if (letters.length() > 3 && letters.endsWith("ies")) {
      return letters.substring(0, letters.length() - 3) + "y";
    }
    return letters.length() > 2 && letters.endsWith("s") && !letters.endsWith("ss")
        ? letters.substring(0, letters.length() - 1)
        : letters;
  }

  /** Optimal string alignment distance. */
  private static int distance(String left, String right) {
    int[] beforeLast = new int[right.length() + 1];
    int[] last = new int[right.length() + 1];
    int[] current = new int[right.length() + 1];
    for (int column = 0; column <= right.length(); column++) {
      last[column] = column;
    }
    for (int row = 1; row <= left.length(); row++) {
      current[0] = row;
      for (int column = 1; column <= right.length(); column++) {
        boolean same = left.charAt(row - 1) == right.charAt(column - 1);
        int cost =
            Math.min(
                Math.min(last[column], current[column - 1]) + 1, last[column - 1] + (same ? 0 : 1));
        if (row > 1
            && column > 1
            && left.charAt(row - 1) == right.charAt(column - 2)
            && left.charAt(row - 2) == right.charAt(column - 1)) {
          cost = Math.min(cost, beforeLast[column - 2] + 1);
        }
        current[column] = cost;
      }
      int[] free = beforeLast;
      beforeLast = last;
      last = current;
      current = free;
    }
    return last[right.length()];
  }
}
