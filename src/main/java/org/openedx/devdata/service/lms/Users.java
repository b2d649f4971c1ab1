package org.openedx.devdata.service.lms;

import org.openedx.devdata.plan.Reference;
import org.openedx.devdata.plan.RowBatch;
import org.openedx.devdata.spec.SpecRecord;

/** How records name users: by a reference, or by making those that are missing. */
final class Users {

  private final LmsRun run;
  private final UserRows rows;

  Users(LmsRun run, UserRows rows) {
    this.run = run;
    this.rows = rows;
  }

  /** The user of a record with a {@code username}. */
  Object named(SpecRecord record, RowBatch batch) {
    String username = record.requiredText("username");
    return run.createsMissing()
        ? rows.implied(record, username, batch)
        : Reference.to(run.tables().users, username);
  }
}
