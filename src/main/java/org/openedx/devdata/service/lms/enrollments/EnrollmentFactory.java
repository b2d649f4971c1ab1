package org.openedx.devdata.service.lms.enrollments;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openedx.devdata.jdbc.table.ColumnValues;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.plan.kind.ColumnMapping;
import org.openedx.devdata.plan.kind.RecordFactory;
import org.openedx.devdata.plan.kind.ServiceRun;
import org.openedx.devdata.plan.row.Row;
import org.openedx.devdata.plan.row.RowBatch;
import org.openedx.devdata.service.lms.courses.CourseMode;
import org.openedx.devdata.service.lms.courses.CourseRows;
import org.openedx.devdata.service.lms.identity.ApprovedVerifications;
import org.openedx.devdata.service.lms.identity.VerificationRows;
import org.openedx.devdata.service.lms.people.UserRows;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.SpecRecord;

/**
 * The enrolment, its history and schedule, and what it needs: the course's overview and mode, and
 * an approved verification of the user in a verified mode.
 */
final class EnrollmentFactory implements RecordFactory {

  private final ServiceRun run;
  private final UserRows users;
  private final CourseRows courseRows;
  private final VerificationRows verificationRows;
  private final Table enrollments;
  private final Table schedules;
  private final Table experiences;
  private final CourseFacts courses;
  private final ApprovedVerifications verified;
  private final EnrollmentHistory history;
  private final ColumnMapping columns;
  private final ColumnMapping scheduleColumns;

  EnrollmentFactory(ServiceRun run, Kind kind) {
    this.run = run;
    this.users = UserRows.of(run);
    this.courseRows = CourseRows.of(run);
    this.verificationRows = VerificationRows.of(run);
    this.enrollments = run.table("student_courseenrollment");
    this.schedules = run.table("schedules_schedule");
    this.experiences = run.table("schedules_scheduleexperience");
    this.courses = new CourseFacts(run);
    this.verified = new ApprovedVerifications(run);
    this.history = new EnrollmentHistory(run);
    this.columns = ColumnMapping.of(kind, enrollments, Set.of("user_id"));
    this.scheduleColumns = EnrollmentKind.scheduleColumns(kind, schedules);
  }

  @Override
  public void prepare(List<SpecRecord> chunk) {
    courses.prepare(chunk.stream().map(record -> record.requiredText("course_id")).toList());
    verified.prepare(
        chunk.stream()
            .filter(record -> CourseMode.isVerified(mode(record)))
            .map(record -> record.requiredText("username"))
            .toList());
  }

  @Override
  public void build(SpecRecord record, RowBatch batch) {
    String courseId = record.requiredText("course_id");
    Object user = users.named(record, batch);
    courseRows.implyOverview(record, courseId, batch);
    // A reset describes what a load may have made, whether or not it is there now.
    if (run.removes() || !courses.offers(courseId, mode(record))) {
      courseRows.implyMode(record, courseId, mode(record), batch);
    }
    Row row = batch.declare(enrollments, record).set("user_id", user);
    columns.copy(record, row, run.now());
    EnrollmentFacts.mode(record).ifPresent(mode -> row.set("mode", mode));
    EnrollmentFacts.active(record).ifPresent(active -> row.set("is_active", active));
    row.fill("mode", EnrollmentKind.defaultMode(run.spec()));
    row.fill(
        "created",
        EnrollmentFacts.created(record)
            .map(time -> ColumnValues.utc(time.at(run.now())))
            .orElse(run.nowUtc()));
    history.add(record, row, user, batch);
    if (record.bool("schedule").orElse(true)) {
      // Few enrolments of a second load are new, and a reset describes what a load has made.
      if (run.removes() || saysSchedule(record)) {
        addSchedule(record, row, batch);
      } else {
        batch.withNew(row, () -> addSchedule(record, row, batch));
      }
    }
    // The mode may have been another one when the spec was loaded.
    if (run.removes() || CourseMode.isVerified(mode(record))) {
      addVerification(record, user, batch);
    }
  }

  private String mode(SpecRecord record) {
    return EnrollmentFacts.mode(record).orElse(EnrollmentKind.defaultMode(run.spec()));
  }

  /** As the LMS does: none for a course without start, and none before the course begins. */
  private void addSchedule(SpecRecord record, Row enrollment, RowBatch batch) {
    CourseFacts.Course course = courses.course(record.requiredText("course_id"));
    Optional<LocalDateTime> start = course.start();
    if (start.isEmpty() && !record.has("start_date")) {
      return;
    }
    LocalDateTime enrolled = (LocalDateTime) enrollment.value("created");
    Row schedule = batch.derive(schedules, record).set("enrollment_id", enrollment);
    scheduleColumns.copy(record, schedule, run.now());
    record.bool("schedule_active").ifPresent(active -> schedule.set("active", active));
    schedule.fill(
        "start_date",
        start.filter(begin -> enrolled == null || begin.isAfter(enrolled)).orElse(enrolled));
    Row experience = batch.derive(experiences, record).set("schedule_id", schedule);
    experience.fill("experience_type", course.highlights() ? 1L : 0L);
    if (!saysSchedule(record)) {
      // Made with the enrolment, they share its fate: later loads do not describe them.
      schedule.companionOf(enrollment);
      experience.companionOf(enrollment);
    }
  }

  /** Returns whether the spec itself determines the schedule, and not only the LMS's habit. */
  private boolean saysSchedule(SpecRecord record) {
    return record.has("schedule")
        || record.has("schedule_active")
        || scheduleColumns.isUsedBy(record);
  }

  private void addVerification(SpecRecord record, Object user, RowBatch batch) {
    String username = record.requiredText("username");
    if (!run.makesNeeded() || !run.removes() && verified.has(username)) {
      return;
    }
    verified.add(username);
    verificationRows.derive(record, user, batch);
  }
}
