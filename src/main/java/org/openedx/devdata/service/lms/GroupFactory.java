package org.openedx.devdata.service.lms;

import org.openedx.devdata.plan.RecordFactory;
import org.openedx.devdata.plan.RowBatch;
import org.openedx.devdata.spec.SpecRecord;

/** {@code groups}: rows of {@code auth_group}. */
final class GroupFactory implements RecordFactory {

  private final LmsRun run;

  GroupFactory(LmsRun run) {
    this.run = run;
  }

  @Override
  public void build(SpecRecord record, RowBatch batch) {
    batch.declare(run.tables().groups, record).set("name", record.requiredText("name"));
  }
}
