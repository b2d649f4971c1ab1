package org.openedx.devdata.service.account;

import java.util.Optional;
import java.util.regex.Pattern;
import org.openedx.devdata.factory.DjangoPassword;
import org.openedx.devdata.factory.PasswordScheme;
import org.openedx.devdata.spec.Position;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.Shown;
import org.openedx.devdata.spec.SpecRecord;

/** Checks of accounts, for any Django service. Stateless. */
public final class AccountChecks {

  private static final String ATOM = "[-!#$%&'*+/=?^_`{}|~0-9A-Za-z]+";
  private static final String LABEL = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?";

  /** The longest part of a host's name, in characters. */
  private static final int LABEL_LENGTH = 63;

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:%1$s(?:\\.%1$s)*|\"[^\"\\p{Cntrl}]*\")@(?:localhost|%2$s(?:\\.%2$s)+|\\[[0-9A-Fa-f:.]+\\])"
              .formatted(ATOM, LABEL));

  private AccountChecks() {}

  /**
   * Checks a record with the fields {@code username}, {@code email}, {@code password} and {@code
   * password_hash}.
   */
  public static void check(SpecRecord user, Problems problems) {
    user.text("username")
        .filter(name -> !Usernames.isPlain(name))
        .ifPresent(name -> checkName(name, user.positionOf("username"), problems));
    if (user.has("password") && user.has("password_hash")) {
      problems.add(
          user.positionOf("password_hash"),
          "password and password_hash exclude each other; keep one of them");
    }
    user.text("password")
        .filter(password -> !password.startsWith("!"))
        .filter(password -> PasswordScheme.of(password) != PasswordScheme.UNKNOWN)
        .ifPresent(
            password ->
                problems.add(
                    user.positionOf("password"),
                    "password is given in the clear, and this looks like a hash of "
                        + PasswordScheme.of(password).algorithm()
                        + "; write it under password_hash"));
    user.text("password_hash")
        .filter(hash -> !hash.startsWith("!"))
        .flatMap(DjangoPassword::problemOf)
        .ifPresent(problem -> problems.add(user.positionOf("password_hash"), problem));
    user.text("email").ifPresent(email -> checkEmail(user, email, problems));
  }

  /** Checks a username where a record has it, as its own or to have the account made. */
  public static void checkName(String name, Position position, Problems problems) {
    Optional<String> unusable = Usernames.unusable(name);
    unusable.ifPresent(problem -> problems.add(position, problem));
    if (unusable.isEmpty()) {
      Usernames.refusedByForms(name).ifPresent(warning -> problems.warn(position, warning));
    }
  }

  private static void checkEmail(SpecRecord user, String email, Problems problems) {
    if (isPlain(email)) {
      return;
    }
    boolean valid = ADDRESS.matcher(email).matches();
    // Only a quoted name can be valid and hold blanks.
    if ((!valid || email.startsWith("\"")) && !isAddress(email)) {
      problems.add(
          user.positionOf("email"),
          Shown.quoted(email) + " is not an e-mail address; write one as name@example.com");
    } else if (!valid) {
      problems.warn(
          user.positionOf("email"),
          Shown.quoted(email)
              + " is no e-mail address by Django's rules, so forms of the account refuse it;"
              + " write one as name@example.com");
    }
  }

  /** Returns whether an address is of the form that nearly all have: seen without a pattern. */
  private static boolean isPlain(String email) {
    int ats = 0;
    boolean dotted = false;
    boolean afterWord = false;
    for (int i = 0; i < email.length(); i++) {
      char each = email.charAt(i);
      boolean word = each >= 'a' && each <= 'z' || each >= '0' && each <= '9';
      if (!word && (!afterWord || each != '.' && each != '@')) {
        return false;
      }
      afterWord = word;
      ats += each == '@' ? 1 : 0;
      dotted |= ats == 1 && each == '.';
    }
    return ats == 1 && dotted && afterWord && email.length() < LABEL_LENGTH;
  }

  private static boolean isAddress(String email) {
    int at = email.indexOf('@');
    return at >= 1 && at < email.length() - 1 && email.chars().noneMatch(AccountChecks::isBlank);
  }

  private static boolean isBlank(int character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || Character.isISOControl(character);
  }
}
