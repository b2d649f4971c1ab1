package org.openedx.devdata.service.lms;

import java.util.Locale;
import java.util.Set;
import org.openedx.devdata.plan.ColumnMapping;
import org.openedx.devdata.plan.RecordFactory;
import org.openedx.devdata.plan.Row;
import org.openedx.devdata.plan.RowBatch;
import org.openedx.devdata.spec.SpecRecord;

/** {@code course_modes}: the tracks of a course run, and its overview where there is none. */
final class ModeFactory implements RecordFactory {

  private final LmsRun run;
  private final CourseRows rows;
  private final ColumnMapping columns;

  ModeFactory(LmsRun run, CourseRows rows) {
    this.run = run;
    this.rows = rows;
    this.columns =
        ColumnMapping.of(run.kinds().courseModes, run.tables().modes, Set.of("currency"));
  }

  @Override
  public void build(SpecRecord record, RowBatch batch) {
    String courseId = record.requiredText("course_id");
    rows.implyOverview(record, courseId, batch);
    Row row = batch.declare(run.tables().modes, record);
    columns.copy(record, row, run.now());
    // The platform's own save does both.
    row.set("currency", record.text("currency").orElse("usd").toLowerCase(Locale.ROOT));
    if (record.time("expiration_datetime").isPresent()) {
      row.fill("expiration_datetime_is_explicit", true);
    }
    rows.fillMode(row, courseId, record.requiredText("mode"));
  }
}
