package org.openedx.devdata.service.lms;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openedx.devdata.jdbc.ColumnValues;
import org.openedx.devdata.plan.ColumnMapping;
import org.openedx.devdata.plan.RecordFactory;
import org.openedx.devdata.plan.Row;
import org.openedx.devdata.plan.RowBatch;
import org.openedx.devdata.spec.SpecRecord;

/**
 * {@code enrollments}: the enrolment, its history and schedule, and what it needs: the course's
 * overview and mode, and an approved verification of the user in a verified mode.
 */
final class EnrollmentFactory implements RecordFactory {

  private static final Set<String> SCHEDULE_WORDS = Set.of("active", "enrollment_id");

  private final LmsRun run;
  private final Users users;
  private final CourseRows courseRows;
  private final VerificationRows verificationRows;
  private final CourseFacts courses;
  private final ApprovedVerifications verified;
  private final EnrollmentHistory history;
  private final ColumnMapping columns;
  private final ColumnMapping scheduleColumns;

  EnrollmentFactory(
      LmsRun run, Users users, CourseRows courseRows, VerificationRows verificationRows) {
    this.run = run;
    this.users = users;
    this.courseRows = courseRows;
    this.verificationRows = verificationRows;
    this.courses = new CourseFacts(run);
    this.verified = new ApprovedVerifications(run);
    this.history = new EnrollmentHistory(run);
    this.columns =
        ColumnMapping.of(run.kinds().enrollments, run.tables().enrollments, Set.of("user_id"));
    this.scheduleColumns =
        ColumnMapping.of(run.kinds().enrollments, run.tables().schedules, withCreated());
  }

  /** {@code created} of a record is the enrolment's. */
  private static Set<String> withCreated() {
    Set<String> words = new java.util.HashSet<>(SCHEDULE_WORDS);
    words.add("created");
    return words;
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
    if (run.context().step().removes() || !courses.offers(courseId, mode(record))) {
      courseRows.implyMode(record, courseId, mode(record), batch);
    }
    Row row = batch.declare(run.tables().enrollments, record).set("user_id", user);
    columns.copy(record, row, run.now());
    EnrollmentFacts.mode(record).ifPresent(mode -> row.set("mode", mode));
    EnrollmentFacts.active(record).ifPresent(active -> row.set("is_active", active));
    row.fill("mode", run.defaultMode());
    row.fill(
        "created",
        EnrollmentFacts.created(record)
            .map(time -> ColumnValues.utc(time.at(run.now())))
            .orElse(run.nowUtc()));
    history.add(record, row, user, batch);
    if (record.bool("schedule").orElse(true)) {
      addSchedule(record, row, batch);
    }
    // The mode may have been another one when the spec was loaded.
    if (run.context().step().removes() || CourseMode.isVerified(mode(record))) {
      addVerification(record, user, batch);
    }
  }

  private String mode(SpecRecord record) {
    return EnrollmentFacts.mode(record).orElse(run.defaultMode());
  }

  /** As the LMS does: none for a course without start, and none before the course begins. */
  private void addSchedule(SpecRecord record, Row enrollment, RowBatch batch) {
    CourseFacts.Course course = courses.course(record.requiredText("course_id"));
    Optional<LocalDateTime> start = course.start();
    if (start.isEmpty() && !record.has("start_date")) {
      return;
    }
    LocalDateTime enrolled = (LocalDateTime) enrollment.value("created");
    Row schedule = batch.derive(run.tables().schedules, record).set("enrollment_id", enrollment);
    scheduleColumns.copy(record, schedule, run.now());
    record.bool("schedule_active").ifPresent(active -> schedule.set("active", active));
    schedule.fill(
        "start_date",
        start.filter(begin -> enrolled == null || begin.isAfter(enrolled)).orElse(enrolled));
    Row experience = batch.derive(run.tables().experiences, record).set("schedule_id", schedule);
    experience.fill("experience_type", course.highlights() ? 1L : 0L);
    if (!tellsSchedule(record)) {
      schedule.companionOf(enrollment);
      experience.companionOf(enrollment);
    }
  }

  /** Whether the spec itself determines the schedule, and not only the LMS's habit. */
  private boolean tellsSchedule(SpecRecord record) {
    return record.has("schedule")
        || record.has("schedule_active")
        || scheduleColumns.isUsedBy(record);
  }

  private void addVerification(SpecRecord record, Object user, RowBatch batch) {
    String username = record.requiredText("username");
    if (!run.context().step().removes() && verified.has(username)) {
      return;
    }
    verified.add(username);
    Row row = batch.derive(run.tables().photoVerifications, record).set("user_id", user);
    row.set("receipt_id", verificationRows.receipt(username, -1));
    row.set("status", "approved");
    verificationRows.fillTimes(row);
    row.shared().because("needed by a verified enrolment");
  }
}
