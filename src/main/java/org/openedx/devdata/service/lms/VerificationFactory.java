package org.openedx.devdata.service.lms;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.openedx.devdata.jdbc.Table;
import org.openedx.devdata.plan.ColumnMapping;
import org.openedx.devdata.plan.RecordFactory;
import org.openedx.devdata.plan.Row;
import org.openedx.devdata.plan.RowBatch;
import org.openedx.devdata.spec.Collation;
import org.openedx.devdata.spec.SpecRecord;

/** {@code verifications}: photo, manual and single-sign-on verifications of identities. */
final class VerificationFactory implements RecordFactory {

  private final LmsRun run;
  private final Users users;
  private final VerificationRows rows;
  private final Map<String, Integer> photosOf = new HashMap<>();
  private final Map<VerificationType, ColumnMapping> columns = new HashMap<>();

  VerificationFactory(LmsRun run, Users users, VerificationRows rows) {
    this.run = run;
    this.users = users;
    this.rows = rows;
    for (VerificationType type : VerificationType.values()) {
      columns.put(
          type, ColumnMapping.of(run.kinds().verifications, table(type), Set.of("user_id")));
    }
  }

  private Table table(VerificationType type) {
    return switch (type) {
      case PHOTO -> run.tables().photoVerifications;
      case MANUAL -> run.tables().manualVerifications;
      case SSO -> run.tables().ssoVerifications;
    };
  }

  @Override
  public void build(SpecRecord record, RowBatch batch) {
    VerificationType type = VerificationType.of(record);
    Row row = batch.declare(table(type), record).set("user_id", users.named(record, batch));
    columns.get(type).copy(record, row, run.now());
    // What finds the row again must stand in it even where it is a default.
    for (String key : row.table().naturalKey()) {
      if (row.value(key) == null) {
        row.set(key, key.equals("receipt_id") ? receipt(record) : row.defaultOf(key, run.now()));
      }
    }
    row.set("status", record.text("status").orElse("approved"));
    rows.fillTimes(row);
  }

  private String receipt(SpecRecord record) {
    String username = record.requiredText("username");
    int number = photosOf.merge(Collation.fold(username), 1, Integer::sum) - 1;
    return rows.receipt(username, number);
  }
}
