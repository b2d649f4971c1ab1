package org.openedx.devdata.service.aspects.derived;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides whether a moment in a query is the earliest that its rows may have, so that an earlier
 * one only adds rows: {@code WHERE t >= toStartOfDay(MOMENT)}, but not {@code t < MOMENT}, {@code t
 * = MOMENT}, {@code NOT (t > MOMENT)} or {@code if(t > MOMENT, a, b)}. Reads the text as ClickHouse
 * writes it. Stateless.
 */
final class LowerBound {

  /** Functions that keep the order of moments. */
  private static final Pattern ROUNDED = Pattern.compile("(?i)\\bto\\w+$");

  private static final Pattern OTHER_ARGUMENTS = Pattern.compile("^(?:,\\s*(?:'~*'|\\d+)\\s*)*\\)");
  private static final Pattern GREATER = Pattern.compile("[^-]>=?\\s*$");
  private static final Pattern LESS = Pattern.compile("^\\s*<=?\\s");
  private static final Pattern CLAUSE =
      Pattern.compile(
          "(?i)\\b(SELECT|DISTINCT|FROM|WHERE|PREWHERE|HAVING|QUALIFY|ON|BY|WITH|LIMIT|SETTINGS)\\b");
  private static final Pattern FILTER = Pattern.compile("(?i)WHERE|PREWHERE|HAVING|QUALIFY|ON");
  private static final Pattern COMPUTED =
      Pattern.compile("(?i)(?:\\bNOT(?:\\s+IN)?|[-=<>!+*/%])\\s*$");

  /** With these, more rows of one part of a query mean fewer of the whole. */
  private static final Pattern SUBTRACTS = Pattern.compile("(?i)\\b(?:ANTI|EXCEPT)\\b");

  private LowerBound() {}

  /**
   * Returns whether a moment is a lower bound.
   *
   * @param text the query, without the contents of its literals
   * @param start where the moment begins
   * @param end where it ends
   */
  static boolean is(String text, int start, int end) {
    int from = start;
    int to = end;
    while (from > 0 && text.charAt(from - 1) == '(') {
      Matcher closing = OTHER_ARGUMENTS.matcher(text.substring(to));
      if (!closing.find()) {
        return false;
      }
      String before = text.substring(0, from - 1);
      Matcher rounded = ROUNDED.matcher(before);
      boolean called = isCalled(text, from - 1);
      if (called && !rounded.find()) {
        return false;
      }
      to += closing.end();
      from = called ? rounded.start() : from - 1;
    }
    boolean compared =
        GREATER.matcher(text.substring(0, from)).find() || LESS.matcher(text.substring(to)).find();
    return compared && !SUBTRACTS.matcher(text).find() && filters(text, from);
  }

  /** Returns whether a comparison, and each query around it, only limits which rows there are. */
  private static boolean filters(String text, int at) {
    boolean found = false;
    int depth = 0;
    StringBuilder level = new StringBuilder();
    for (int i = at - 1; i >= -1; i--) {
      char c = i < 0 ? '(' : text.charAt(i);
      if (c == ')') {
        depth++;
      } else if (c == '(' && depth > 0) {
        depth--;
        level.append(' ');
      } else if (c == '(') {
        String clause = lastClause(level.reverse().toString());
        level.setLength(0);
        if (!found && !clause.isEmpty() && !FILTER.matcher(clause).matches()
            || i >= 0 && changesMeaning(text, i)) {
          return false;
        }
        found |= !clause.isEmpty();
      } else if (depth == 0) {
        level.append(c);
      }
    }
    return found;
  }

  /** Returns whether the content of a parenthesis is computed with, or negated. */
  private static boolean changesMeaning(String text, int parenthesis) {
    return isCalled(text, parenthesis) || COMPUTED.matcher(text.substring(0, parenthesis)).find();
  }

  private static String lastClause(String text) {
    String last = "";
    for (Matcher clause = CLAUSE.matcher(text); clause.find(); ) {
      last = clause.group(1);
    }
    return last;
  }

  /**
   * Returns whether a parenthesis opens the arguments of a function: keywords have a blank before
   * it.
   */
  private static boolean isCalled(String text, int parenthesis) {
    if (parenthesis == 0) {
      return false;
    }
    char before = text.charAt(parenthesis - 1);
    return Character.isLetterOrDigit(before) || before == '_' || before == '`';
  }
}
