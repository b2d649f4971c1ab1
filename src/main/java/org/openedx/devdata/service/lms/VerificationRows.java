package org.openedx.devdata.service.lms;

import java.time.LocalDateTime;
import org.openedx.devdata.plan.Row;
import org.openedx.devdata.random.RandomStream;
import org.openedx.devdata.random.Uuids;

/** Defaults of identity verifications, declared or brought by an enrolment. */
final class VerificationRows {

  private final LmsRun run;
  private final RandomStream receipts;

  VerificationRows(LmsRun run) {
    this.run = run;
    this.receipts = run.random("verification_receipt");
  }

  /**
   * Receipt of a photo verification: the same in every run, so that it is found again.
   *
   * @param number how many photo verifications the user has before this one in the spec; -1 for the
   *     one that an enrolment brings
   */
  String receipt(String username, int number) {
    return Uuids.version4(receipts.at(username + "/" + number)).toString();
  }

  /** Times that follow from the moment of creation, where nobody says otherwise. */
  void fillTimes(Row row) {
    row.fill("created_at", run.nowUtc());
    LocalDateTime created = (LocalDateTime) row.value("created_at");
    row.fill("updated_at", created);
    row.fill("status_changed", created);
    row.fill("expiration_date", created.plusDays(run.verificationDays()));
  }
}
