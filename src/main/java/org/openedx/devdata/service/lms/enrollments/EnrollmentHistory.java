package org.openedx.devdata.service.lms.enrollments;

import java.util.List;
import org.openedx.devdata.jdbc.table.ColumnValues;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.plan.kind.ServiceRun;
import org.openedx.devdata.plan.row.Row;
import org.openedx.devdata.plan.row.RowBatch;
import org.openedx.devdata.random.RandomStream;
import org.openedx.devdata.random.Uuids;
import org.openedx.devdata.spec.SpecRecord;
import org.openedx.devdata.spec.TimeExpression;

/** Saves of an enrolment that its spec gives itself, found again by enrolment and time. */
final class EnrollmentHistory {

  private final ServiceRun run;
  private final Table history;
  private final RandomStream ids;

  EnrollmentHistory(ServiceRun run) {
    this.run = run;
    this.history = run.table("student_courseenrollment_history");
    this.ids = run.random("enrollment_history");
  }

  /** Adds a row for each save that the record gives; they replace the one of the creation. */
  void add(SpecRecord record, Row enrollment, Object user, RowBatch batch) {
    List<SpecRecord> saves = record.records("history");
    if (saves.isEmpty()) {
      return;
    }
    enrollment.withoutHistoryOnCreate();
    String name = record.requiredText("username") + " " + record.requiredText("course_id");
    for (int i = 0; i < saves.size(); i++) {
      SpecRecord save = saves.get(i);
      TimeExpression date = save.time("history_date").orElseThrow();
      Row row = batch.derive(history, save);
      row.set("id", enrollment);
      row.set("history_date", ColumnValues.utc(date.at(run.now())));
      if (date.relative()) {
        // It would be another moment in each run, and so another save.
        row.companionOf(enrollment);
      }
      row.set("mode", save.text("mode").orElse((String) enrollment.value("mode")));
      row.set("is_active", save.bool("is_active").orElse(true));
      row.fill("history_type", save.text("history_type").orElse(i == 0 ? "+" : "~"));
      row.fill("history_change_reason", save.text("history_change_reason").orElse(null));
      row.fill("history_id", id(name, i));
      row.fill("created", enrollment.value("created"));
      row.fill("course_id", enrollment.value("course_id"));
      row.fill("user_id", user);
    }
  }

  private String id(String name, int number) {
    return Uuids.version4(ids.at(name + "/" + number)).toString().replace("-", "");
  }
}
