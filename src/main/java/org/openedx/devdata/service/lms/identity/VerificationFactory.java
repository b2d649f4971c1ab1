package org.openedx.devdata.service.lms.identity;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.openedx.devdata.plan.kind.ColumnMapping;
import org.openedx.devdata.plan.kind.RecordFactory;
import org.openedx.devdata.plan.kind.ServiceRun;
import org.openedx.devdata.plan.row.Row;
import org.openedx.devdata.plan.row.RowBatch;
import org.openedx.devdata.service.lms.people.UserRows;
import org.openedx.devdata.spec.Collation;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.SpecRecord;

/** The row of a verification, in the table of its type. */
final class VerificationFactory implements RecordFactory {

  private final ServiceRun run;
  private final UserRows users;
  private final VerificationRows rows;
  private final Map<String, Integer> photosOf = new HashMap<>();
  private final Map<VerificationType, ColumnMapping> columns =
      new EnumMap<>(VerificationType.class);

  VerificationFactory(ServiceRun run, Kind kind) {
    this.run = run;
    this.users = UserRows.of(run);
    this.rows = VerificationRows.of(run);
    for (VerificationType type : VerificationType.values()) {
      columns.put(
          type, ColumnMapping.of(kind, type.table(run.context().tables()), Set.of("user_id")));
    }
  }

  @Override
  public void build(SpecRecord record, RowBatch batch) {
    VerificationType type = VerificationType.of(record);
    Row row =
        batch
            .declare(type.table(run.context().tables()), record)
            .set("user_id", users.named(record, batch));
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
