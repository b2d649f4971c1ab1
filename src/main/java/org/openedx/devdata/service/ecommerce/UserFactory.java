package org.openedx.devdata.service.ecommerce;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openedx.devdata.factory.BelievablePeople;
import org.openedx.devdata.factory.DefaultEmail;
import org.openedx.devdata.plan.ColumnMapping;
import org.openedx.devdata.plan.RecordFactory;
import org.openedx.devdata.plan.Row;
import org.openedx.devdata.plan.RowBatch;
import org.openedx.devdata.service.account.Passwords;
import org.openedx.devdata.spec.SpecRecord;

/** {@code users}: the service's own accounts; without a password unless the spec gives one. */
final class UserFactory implements RecordFactory {

  private final EcommerceRun run;
  private final Passwords passwords;
  private final BelievablePeople people;
  private final ColumnMapping columns;

  UserFactory(EcommerceRun run) {
    this.run = run;
    this.passwords = new Passwords(run.context(), null);
    this.people = new BelievablePeople(run.people());
    this.columns = ColumnMapping.of(run.kinds().users, run.tables().users, Set.of("password"));
  }

  @Override
  public void prepare(List<SpecRecord> chunk) {
    passwords.prepare(chunk);
  }

  @Override
  public void build(SpecRecord record, RowBatch batch) {
    String username = record.requiredText("username");
    Row row = batch.declare(run.tables().users, record);
    columns.copy(record, row, run.now());
    passwords.apply(record, row);
    row.fill("email", DefaultEmail.of(username));
    row.fill("password", passwords.defaultHash(username));
    row.makeUp(attempt -> Map.of("full_name", people.of(username, attempt).fullName()));
  }
}
