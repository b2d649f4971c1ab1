package org.openedx.devdata.service.account;

import java.util.List;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;

/** Settings of a spec file that say how passwords are hashed. */
public final class PasswordSettings {

  static final String ITERATIONS = "password_iterations";
  static final String SALT = "password_salt";

  private PasswordSettings() {}

  public static Field iterationsField() {
    return Field.of(
            ITERATIONS,
            new FieldType.Whole(1, 10_000_000),
            "PBKDF2 iterations of new passwords. Few are quick and good enough for seeding; Django"
                + " replaces the hash at the first log-in.")
        .withDefault("1000");
  }

  public static Field saltField() {
    return Field.of(
            SALT,
            new FieldType.Choice(List.of("shared", "unique")),
            "`shared`: one salt for the run, so that equal passwords cost one computation;"
                + " `unique`: one for each user, as in a real site.")
        .withDefault("shared");
  }
}
