package org.openedx.devdata.service.account;

import java.util.Optional;
import java.util.regex.Pattern;
import org.openedx.devdata.spec.Shown;

/** Rules of the LMS for usernames. Stateless. */
public final class Usernames {

  /** Names that the LMS's URLs take, as {@code /u/NAME}; letters and digits of all scripts. */
  private static final Pattern SERVED = Pattern.compile("[\\p{L}\\p{N}_ .@+-]+");

  private static final int LONGEST_AT_SIGN_UP = 30;

  private Usernames() {}

  /** Returns whether the LMS serves a user of this name, and no form refuses it. */
  static boolean isPlain(String name) {
    int length = name.length();
    boolean plain = length > 0 && length <= LONGEST_AT_SIGN_UP;
    for (int index = 0; index < length && plain; index++) {
      plain = isPlain(name.charAt(index));
    }
    return plain;
  }

  private static boolean isPlain(char letter) {
    return letter >= 'a' && letter <= 'z'
        || letter >= 'A' && letter <= 'Z'
        || letter >= '0' && letter <= '9'
        || letter == '_'
        || letter == '-';
  }

  /** Reason for which the LMS cannot serve a user of this name; empty when it can. */
  public static Optional<String> unusable(String name) {
    if (name.isBlank()) {
      return Optional.of("username is empty; give it a value");
    }
    if (!name.equals(name.strip())) {
      return Optional.of(
          "username " + Shown.quoted(name) + " begins or ends with a blank; remove it");
    }
    if (!SERVED.matcher(name).matches()) {
      return Optional.of(
          "the LMS cannot serve a user of the name "
              + Shown.quoted(name)
              + ": its addresses take letters, digits, blanks and _ . @ + -; choose another");
    }
    return Optional.empty();
  }

  /** Reason for which forms may refuse a name that the LMS can serve; empty for others. */
  static Optional<String> refusedByForms(String name) {
    int length = name.codePointCount(0, name.length());
    if (!name.chars().allMatch(letter -> letter < 128)) {
      return Optional.of(
          "username "
              + Shown.quoted(name)
              + " needs the LMS's setting ENABLE_UNICODE_USERNAME; choose one of ASCII letters"
              + " where it is off");
    }
    if (length > LONGEST_AT_SIGN_UP) {
      return Optional.of(
          "username %s has %d characters; the LMS's sign-up takes at most %d, so forms refuse it"
              .formatted(Shown.quoted(name), length, LONGEST_AT_SIGN_UP));
    }
    if (!name.chars().allMatch(letter -> isPlain((char) letter))) {
      return Optional.of(
          "username "
              + Shown.quoted(name)
              + " has other characters than the LMS's sign-up takes (letters, digits, _ and -);"
              + " forms refuse it");
    }
    return Optional.empty();
  }
}
