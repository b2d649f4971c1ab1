package org.openedx.devdata.service.lms.identity;

import java.time.LocalDateTime;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.plan.kind.ServiceRun;
import org.openedx.devdata.plan.row.Row;
import org.openedx.devdata.plan.row.RowBatch;
import org.openedx.devdata.random.RandomStream;
import org.openedx.devdata.random.Uuids;
import org.openedx.devdata.spec.SpecRecord;

/** Defaults of identity verifications, declared or needed by an enrolment. */
public final class VerificationRows {

  private final ServiceRun run;
  private final Table photos;
  private final RandomStream receipts;

  private VerificationRows(ServiceRun run) {
    this.run = run;
    this.photos = VerificationType.PHOTO.table(run.context().tables());
    this.receipts = run.random("verification_receipt");
  }

  /** Those of a run. */
  public static VerificationRows of(ServiceRun run) {
    return run.shared(VerificationRows.class, VerificationRows::new);
  }

  /** An approved verification that a record needs, and that stays while others need it. */
  public void derive(SpecRecord record, Object user, RowBatch batch) {
    Row row = batch.derive(photos, record).set("user_id", user);
    row.set("receipt_id", receipt(record.requiredText("username"), -1));
    row.set("status", "approved");
    fillTimes(row);
    row.shared().because("needed by a verified enrolment");
  }

  /**
   * Receipt of a photo verification: the same in every run, so that it is found again.
   *
   * @param number how many photo verifications the user has before this one in the spec; -1 for the
   *     one that an enrolment needs
   */
  String receipt(String username, int number) {
    return Uuids.version4(receipts.at(username + "/" + number)).toString();
  }

  /** Times that follow from the moment of creation, by default. */
  void fillTimes(Row row) {
    row.fill("created_at", run.nowUtc());
    LocalDateTime created = (LocalDateTime) row.value("created_at");
    row.fill("updated_at", created);
    row.fill("status_changed", created);
    row.fill("expiration_date", created.plusDays(VerificationKind.days(run.spec())));
  }
}
