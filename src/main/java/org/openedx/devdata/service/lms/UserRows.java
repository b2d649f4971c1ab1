package org.openedx.devdata.service.lms;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openedx.devdata.factory.BelievablePeople;
import org.openedx.devdata.factory.DefaultEmail;
import org.openedx.devdata.factory.Person;
import org.openedx.devdata.plan.Row;
import org.openedx.devdata.plan.RowBatch;
import org.openedx.devdata.random.Hex;
import org.openedx.devdata.random.RandomStream;
import org.openedx.devdata.service.account.Passwords;
import org.openedx.devdata.spec.SpecRecord;

/** Defaults of accounts and profiles, for users that specs describe and for those only named. */
final class UserRows {

  static final String DEFAULT_PASSWORD = "Password1234";

  private final LmsRun run;
  private final Passwords passwords;
  private final BelievablePeople people;
  private final RandomStream activationKeys;

  UserRows(LmsRun run, Passwords passwords) {
    this.run = run;
    this.passwords = passwords;
    this.people = new BelievablePeople(run.random("people"));
    this.activationKeys = run.random("activation_key");
  }

  /** What a field of a user is when the record does not say it; only of fields that are unique. */
  static Optional<String> defaultOf(SpecRecord user, String field) {
    return field.equals("email") ? user.text("username").map(DefaultEmail::of) : Optional.empty();
  }

  /** Columns that a new account has when nobody says otherwise. */
  void fillUser(Row row, String username) {
    row.fill("email", DefaultEmail.of(username));
    row.fill("password", passwords.defaultHash(username));
  }

  /** A believable person; a profile without a name breaks pages of the LMS. */
  void fillProfile(Row row, String username) {
    row.makeUp(
        attempt -> {
          Person person = people.of(username, attempt);
          return Map.of(
              "name", person.fullName(),
              "gender", person.gender(),
              "year_of_birth", (long) person.yearOfBirth(),
              "level_of_education", person.education(),
              "country", person.country(),
              "city", person.city());
        });
  }

  /** The open registration of an account that was never activated. */
  void addRegistration(Row user, SpecRecord record, RowBatch batch) {
    Row row = batch.derive(run.tables().registrations, record);
    row.set("user_id", user);
    row.fill("activation_key", Hex.id(activationKeys.at(record.requiredText("username")), 32));
  }

  /** A user whom records name without describing: made with defaults where missing. */
  Row implied(SpecRecord record, String username, RowBatch batch) {
    Row user =
        batch.imply(
            run.tables().users,
            record,
            List.of(username),
            row -> {
              fillUser(row, username);
              row.because("named by " + record.kind().name());
            });
    batch.imply(
        run.tables().profiles,
        record,
        List.of(user),
        row -> {
          fillProfile(row, username);
          row.because("profile of " + username);
        });
    return user;
  }
}
