package org.openedx.devdata.spec.yaml;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values of the environment inside values of a spec: <code>${NAME}</code>, <code>${NAME:-default}
 * </code> (for unset or empty; the default is plain text up to the next brace), and <code>$${
 * </code> for a literal <code>${</code>. A dollar sign elsewhere means itself.
 */
final class Interpolation {

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private final UnaryOperator<String> environment;

  /**
   * @param environment value of a name, or null when it is not set
   */
  Interpolation(UnaryOperator<String> environment) {
    this.environment = environment;
  }

  /** Returns whether a text has anything to replace. */
  static boolean concerns(String text) {
    return text.indexOf("${") >= 0;
  }

  /**
   * Result for a text.
   *
   * @param text the text with all replacements
   * @param replaced whether a reference was replaced, and not only an escape undone
   */
  record Result(String text, boolean replaced) {}

  /**
   * Replaces every reference.
   *
   * @param longest characters that the result may have
   * @throws IllegalArgumentException with a message for a person when a name is not set or the
   *     reference is malformed
   */
  Result apply(String text, int longest) {
    StringBuilder result = new StringBuilder(text.length() + 16);
    boolean replaced = false;
    int index = 0;
    while (true) {
      int found = text.indexOf("${", index);
      if (found < 0) {
        return new Result(result.append(text, index, text.length()).toString(), replaced);
      }
      if (found > index && text.charAt(found - 1) == '$') {
        result.append(text, index, found - 1).append("${");
        index = found + 2;
        continue;
      }
      int end = text.indexOf('}', found);
      if (end < 0) {
        throw new IllegalArgumentException(
            "\"${\" is never closed; write ${NAME}, or $${ for the characters themselves");
      }
      result.append(text, index, found).append(value(text.substring(found + 2, end)));
      replaced = true;
      if (result.length() > longest) {
        throw new IllegalArgumentException(
            "with the values of the environment this is too long; at most %s characters are read"
                .formatted(longest));
      }
      index = end + 1;
    }
  }

  private String value(String reference) {
    Matcher name = NAME.matcher(reference);
    if (!name.lookingAt()) {
      throw malformed(reference);
    }
    String rest = reference.substring(name.end());
    String value = environment.apply(name.group());
    if (rest.isEmpty()) {
      if (value == null) {
        throw new IllegalArgumentException(
            "environment variable %1$s is not set; set it, or give a default: ${%1$s:-default}"
                .formatted(name.group()));
      }
      return value;
    }
    if (!rest.startsWith(":-")) {
      throw malformed(reference);
    }
    return value == null || value.isEmpty() ? rest.substring(2) : value;
  }

  private static IllegalArgumentException malformed(String reference) {
    return new IllegalArgumentException(
        "\"${%s}\" is not understood; write ${NAME} or ${NAME:-default}, or $${ for the characters"
                .formatted(reference.length() > 40 ? reference.substring(0, 40) + "…" : reference)
            + " themselves");
  }
}
