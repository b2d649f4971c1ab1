package org.openedx.devdata.service.lms;

import java.util.List;
import java.util.Set;
import org.openedx.devdata.plan.ColumnMapping;
import org.openedx.devdata.plan.RecordFactory;
import org.openedx.devdata.plan.Row;
import org.openedx.devdata.plan.RowBatch;
import org.openedx.devdata.service.account.Passwords;
import org.openedx.devdata.spec.SpecRecord;

/** {@code users}: account, profile, open registration of inactive accounts, group memberships. */
final class UserFactory implements RecordFactory {

  private final LmsRun run;
  private final Passwords passwords;
  private final UserRows rows;
  private final ColumnMapping userColumns;
  private final ColumnMapping profileColumns;

  UserFactory(LmsRun run, Passwords passwords, UserRows rows) {
    this.run = run;
    this.passwords = passwords;
    this.rows = rows;
    this.userColumns = ColumnMapping.of(run.kinds().users, run.tables().users, Set.of("password"));
    this.profileColumns = ColumnMapping.of(run.kinds().users, run.tables().profiles, Set.of());
  }

  @Override
  public void prepare(List<SpecRecord> chunk) {
    passwords.prepare(chunk);
  }

  @Override
  public void build(SpecRecord record, RowBatch batch) {
    String username = record.requiredText("username");
    Row user = batch.declare(run.tables().users, record);
    userColumns.copy(record, user, run.now());
    passwords.apply(record, user);
    rows.fillUser(user, username);

    Row profile = batch.derive(run.tables().profiles, record).set("user_id", user);
    profileColumns.copy(record, profile, run.now());
    rows.fillProfile(profile, username);

    if (!record.bool("is_active").orElse(true)) {
      rows.addRegistration(user, record, batch);
    }
    for (String group : record.texts("groups")) {
      addMembership(record, user, group, batch);
    }
  }

  private void addMembership(SpecRecord record, Row user, String name, RowBatch batch) {
    Row group =
        batch.imply(
            run.tables().groups, record, List.of(name), row -> row.because("named by users"));
    batch.derive(run.tables().memberships, record).set("user_id", user).set("group_id", group);
  }
}
