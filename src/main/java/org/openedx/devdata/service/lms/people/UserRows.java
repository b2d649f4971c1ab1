package org.openedx.devdata.service.lms.people;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.factory.PersonDefaults;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.plan.kind.Lookups;
import org.openedx.devdata.plan.kind.ServiceRun;
import org.openedx.devdata.plan.row.Reference;
import org.openedx.devdata.plan.row.Row;
import org.openedx.devdata.plan.row.RowBatch;
import org.openedx.devdata.service.account.Passwords;
import org.openedx.devdata.spec.Collation;
import org.openedx.devdata.spec.SpecRecord;

/** Users as records name them, and the defaults of their rows. Not thread-safe. */
public final class UserRows {

  private final Lookups lookups;
  private final Table users;
  private final Table profiles;
  private final Passwords passwords;
  private final PersonDefaults defaults;
  private final boolean createsMissing;

  private UserRows(ServiceRun run) {
    this.lookups = run.lookups();
    this.users = run.table("auth_user");
    this.profiles = run.table("auth_userprofile");
    this.passwords = new Passwords(run.context(), PersonDefaults.PASSWORD);
    this.defaults = new PersonDefaults(run.context().seed());
    this.createsMissing = UserKind.createsMissing(run.spec());
  }

  /** Those of a run. */
  public static UserRows of(ServiceRun run) {
    return run.shared(UserRows.class, UserRows::new);
  }

  Table users() {
    return users;
  }

  Table profiles() {
    return profiles;
  }

  Passwords passwords() {
    return passwords;
  }

  /** The user of a record with a {@code username}. */
  public Object named(SpecRecord record, RowBatch batch) {
    return named(record, record.requiredText("username"), batch);
  }

  /** A user whom a record names: a reference, or an implied row with {@code create_missing}. */
  public Object named(SpecRecord record, String username, RowBatch batch) {
    return createsMissing ? implied(record, username, batch) : Reference.to(users, username);
  }

  /** Users of the database by their ids: their names, folded. */
  public Map<Object, String> found(Collection<String> usernames) {
    Map<Object, String> names = new HashMap<>();
    lookups
        .find(users, List.of("id", "username"), "username", usernames)
        .forEach(row -> names.put(row[0], Collation.fold((String) row[1])));
    return names;
  }

  /** Columns that a new account has by default. */
  void fillUser(Row row, String username) {
    row.fillBy("email", () -> PersonDefaults.email(username));
    row.fillBy("password", () -> passwords.defaultHash(username));
  }

  /** A believable person; a profile without a name breaks pages of the LMS. */
  void fillProfile(Row row, String username) {
    row.makeUp(PersonDefaults.PROFILE, attempt -> defaults.profile(username, attempt));
  }

  /** A user whom records name without describing: made with defaults where missing. */
  private Row implied(SpecRecord record, String username, RowBatch batch) {
    Row user =
        batch.imply(
            users,
            record,
            List.of(username),
            row -> {
              fillUser(row, username);
              row.because("named by " + record.kind().name());
            });
    batch.imply(
        profiles,
        record,
        List.of(user),
        row -> {
          fillProfile(row, username);
          row.because("profile of " + username);
        });
    return user;
  }
}
