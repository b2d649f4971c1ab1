package org.openedx.devdata.service.lms;

import org.openedx.devdata.opaquekeys.CourseKey;
import org.openedx.devdata.plan.RecordFactory;
import org.openedx.devdata.plan.RowBatch;
import org.openedx.devdata.spec.SpecRecord;

/** {@code roles}: course, organisation and site roles. */
final class RoleFactory implements RecordFactory {

  private final LmsRun run;
  private final Users users;

  RoleFactory(LmsRun run, Users users) {
    this.run = run;
    this.users = users;
  }

  @Override
  public void build(SpecRecord record, RowBatch batch) {
    String course = record.text("course_id").orElse("");
    String org =
        record.text("org").orElseGet(() -> course.isEmpty() ? "" : CourseKey.parse(course).org());
    batch
        .declare(run.tables().roles, record)
        .set("user_id", users.named(record, batch))
        .set("org", org)
        .set("course_id", course)
        .set("role", record.requiredText("role"));
  }
}
