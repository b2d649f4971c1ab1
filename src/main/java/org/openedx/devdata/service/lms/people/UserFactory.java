package org.openedx.devdata.service.lms.people;

import java.util.List;
import java.util.Set;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.plan.kind.ColumnMapping;
import org.openedx.devdata.plan.kind.RecordFactory;
import org.openedx.devdata.plan.kind.ServiceRun;
import org.openedx.devdata.plan.row.Row;
import org.openedx.devdata.plan.row.RowBatch;
import org.openedx.devdata.random.Hex;
import org.openedx.devdata.random.RandomStream;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.SpecRecord;

/** Account, profile, open registration of inactive accounts, group memberships. */
final class UserFactory implements RecordFactory {

  private final ServiceRun run;
  private final UserRows rows;
  private final Table registrations;
  private final Table groups;
  private final Table memberships;
  private final ColumnMapping userColumns;
  private final ColumnMapping profileColumns;
  private final RandomStream activationKeys;

  UserFactory(ServiceRun run, Kind kind) {
    this.run = run;
    this.rows = UserRows.of(run);
    this.registrations = run.table("auth_registration");
    this.groups = run.table("auth_group");
    this.memberships = run.table("auth_user_groups");
    this.userColumns = ColumnMapping.of(kind, rows.users(), Set.of("password"));
    this.profileColumns = ColumnMapping.of(kind, rows.profiles(), Set.of());
    this.activationKeys = run.random("activation_key");
  }

  @Override
  public void prepare(List<SpecRecord> chunk) {
    rows.passwords().prepare(chunk);
  }

  @Override
  public void build(SpecRecord record, RowBatch batch) {
    String username = record.requiredText("username");
    Row user = batch.declare(rows.users(), record);
    userColumns.copy(record, user, run.now());
    rows.passwords().apply(record, user);
    rows.fillUser(user, username);

    Row profile = batch.derive(rows.profiles(), record).set("user_id", user);
    profileColumns.copy(record, profile, run.now());
    rows.fillProfile(profile, username);

    if (!record.bool("is_active").orElse(true)) {
      addRegistration(record, user, batch);
    }
    for (String group : record.texts("groups")) {
      addMembership(record, user, group, batch);
    }
  }

  /** The open registration of an account that was never activated. */
  private void addRegistration(SpecRecord record, Row user, RowBatch batch) {
    Row row = batch.derive(registrations, record);
    row.set("user_id", user);
    row.fill("activation_key", Hex.id(activationKeys.at(record.requiredText("username")), 32));
  }

  private void addMembership(SpecRecord record, Row user, String name, RowBatch batch) {
    Row group = batch.imply(groups, record, List.of(name), row -> row.because("named by users"));
    batch.derive(memberships, record).set("user_id", user).set("group_id", group);
  }
}
