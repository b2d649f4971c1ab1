package org.openedx.devdata.service.lms;

import java.util.Set;
import org.openedx.devdata.plan.ColumnMapping;
import org.openedx.devdata.plan.RecordFactory;
import org.openedx.devdata.plan.Row;
import org.openedx.devdata.plan.RowBatch;
import org.openedx.devdata.spec.SpecRecord;

/** {@code courses}: course overviews. */
final class CourseFactory implements RecordFactory {

  private final LmsRun run;
  private final CourseRows rows;
  private final ColumnMapping columns;

  CourseFactory(LmsRun run, CourseRows rows) {
    this.run = run;
    this.rows = rows;
    this.columns = ColumnMapping.of(run.kinds().courses, run.tables().overviews, Set.of("id"));
  }

  @Override
  public void build(SpecRecord record, RowBatch batch) {
    String courseId = record.requiredText("course_id");
    Row row = batch.declare(run.tables().overviews, record).set("id", courseId);
    columns.copy(record, row, run.now());
    rows.fillOverview(row, courseId);
  }
}
