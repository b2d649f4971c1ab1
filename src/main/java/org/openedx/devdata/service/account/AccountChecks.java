package org.openedx.devdata.service.account;

import org.openedx.devdata.factory.DjangoPassword;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.SpecRecord;

/** What a spec may not say of an account, whichever Django service it is of. Stateless. */
public final class AccountChecks {

  private AccountChecks() {}

  /**
   * Checks a record with the fields {@code username}, {@code email}, {@code password} and {@code
   * password_hash}.
   */
  public static void check(SpecRecord user, Problems problems) {
    if (user.text("username").orElse("x").isBlank()) {
      problems.add(user.positionOf("username"), "username is empty; give it a value");
    }
    if (user.has("password") && user.has("password_hash")) {
      problems.add(
          user.positionOf("password_hash"),
          "password and password_hash exclude each other; keep one of them");
    }
    user.text("password_hash")
        .filter(hash -> !hash.startsWith("!"))
        .flatMap(DjangoPassword::problemOf)
        .ifPresent(problem -> problems.add(user.positionOf("password_hash"), problem));
    user.text("email").ifPresent(email -> checkEmail(user, email, problems));
  }

  private static void checkEmail(SpecRecord user, String email, Problems problems) {
    int at = email.indexOf('@');
    if (at < 1 || at == email.length() - 1 || email.chars().anyMatch(Character::isWhitespace)) {
      problems.add(
          user.positionOf("email"), "'" + email + "' is not an e-mail address (name@example.com)");
    }
  }
}
