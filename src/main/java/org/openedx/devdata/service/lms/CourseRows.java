package org.openedx.devdata.service.lms;

import java.time.LocalDateTime;
import java.util.List;
import org.openedx.devdata.jdbc.ColumnValues;
import org.openedx.devdata.opaquekeys.CourseKey;
import org.openedx.devdata.plan.Row;
import org.openedx.devdata.plan.RowBatch;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.random.RandomStream;
import org.openedx.devdata.spec.SpecRecord;

/** Defaults of course overviews and modes, declared or only needed by other records. */
final class CourseRows {

  static final long COURSE_DAYS = 30;

  private final LmsRun run;
  private final RandomStream prices;

  CourseRows(LmsRun run) {
    this.run = run;
    this.prices = run.random("mode_price");
  }

  /** Columns that a new overview has when nobody says otherwise. */
  void fillOverview(Row row, String courseId) {
    CourseKey key = CourseKey.parse(courseId);
    row.fill("_location", key.courseBlock().text());
    row.fill("display_name", courseId + " Course");
    row.fill("display_number_with_default", key.course());
    row.fill("display_org_with_default", key.org());
    row.fill("org", key.org());
    row.fill("start", run.nowUtc());
    row.fill("end", end());
  }

  private LocalDateTime end() {
    return ColumnValues.utc(run.now()).plusDays(COURSE_DAYS);
  }

  /** The overview that a record needs: made with defaults where missing. */
  Row implyOverview(SpecRecord record, String courseId, RowBatch batch) {
    return batch.imply(
        run.tables().overviews,
        record,
        List.of(courseId),
        row -> {
          fillOverview(row, courseId);
          row.because("needed by " + record.kind().name());
        });
  }

  /** Columns that a new mode has when nobody says otherwise. */
  void fillMode(Row row, String courseId, String slug) {
    row.fill("mode_display_name", slug + " course");
    row.fill("min_price", CourseMode.isVerified(slug) ? price(courseId, slug) : 0L);
  }

  private long price(String courseId, String slug) {
    return Draw.between(prices.at(courseId + " " + slug), 1, 100);
  }

  /** The mode that an enrolment needs: made with defaults where missing. */
  void implyMode(SpecRecord record, String courseId, String slug, RowBatch batch) {
    batch.imply(
        run.tables().modes,
        record,
        List.of(courseId, slug, "usd"),
        row -> {
          fillMode(row, courseId, slug);
          row.because("needed by " + record.kind().name());
        });
  }
}
