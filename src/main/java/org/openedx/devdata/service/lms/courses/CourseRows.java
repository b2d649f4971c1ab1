package org.openedx.devdata.service.lms.courses;

import java.util.List;
import org.openedx.devdata.factory.CourseDefaults;
import org.openedx.devdata.jdbc.table.ColumnValues;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.opaquekeys.CourseKey;
import org.openedx.devdata.plan.kind.ServiceRun;
import org.openedx.devdata.plan.row.Row;
import org.openedx.devdata.plan.row.RowBatch;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.random.RandomStream;
import org.openedx.devdata.spec.SpecRecord;

/** Defaults of course overviews and modes, declared or only needed by other records. */
public final class CourseRows {

  private final ServiceRun run;
  private final Table overviews;
  private final Table modes;
  private final RandomStream prices;

  private CourseRows(ServiceRun run) {
    this.run = run;
    this.overviews = run.table("course_overviews_courseoverview");
    this.modes = run.table("course_modes_coursemode");
    this.prices = run.random("mode_price");
  }

  /** Those of a run. */
  public static CourseRows of(ServiceRun run) {
    return run.shared(CourseRows.class, CourseRows::new);
  }

  /** Columns that a new overview has by default. */
  void fillOverview(Row row, String courseId) {
    CourseKey key = CourseKey.parse(courseId);
    row.fill("_location", key.courseBlock().text());
    row.fill("display_name", CourseDefaults.title(courseId));
    row.fill("display_number_with_default", key.course());
    row.fill("display_org_with_default", key.org());
    row.fill("org", key.org());
    row.fill("start", ColumnValues.utc(CourseDefaults.start(run.now())));
    row.fill("end", ColumnValues.utc(CourseDefaults.end(run.now())));
  }

  /** The overview that a record needs: made with defaults where missing. */
  public void implyOverview(SpecRecord record, String courseId, RowBatch batch) {
    if (!run.makesNeeded()) {
      return;
    }
    batch.imply(
        overviews,
        record,
        List.of(courseId),
        row -> {
          fillOverview(row, courseId);
          row.because("needed by " + record.kind().name());
        });
  }

  /** Columns that a new mode has by default. */
  void fillMode(Row row, String courseId, String slug) {
    row.fill("mode_display_name", slug + " course");
    row.fill("min_price", CourseMode.isVerified(slug) ? price(courseId, slug) : 0L);
  }

  private long price(String courseId, String slug) {
    return Draw.between(prices.at(courseId + " " + slug), 1, 100);
  }

  /** The mode that an enrolment needs: made with defaults where missing. */
  public void implyMode(SpecRecord record, String courseId, String slug, RowBatch batch) {
    if (!run.makesNeeded()) {
      return;
    }
    batch.imply(
        modes,
        record,
        List.of(courseId, slug, "usd"),
        row -> {
          fillMode(row, courseId, slug);
          row.because("needed by " + record.kind().name());
        });
  }
}
