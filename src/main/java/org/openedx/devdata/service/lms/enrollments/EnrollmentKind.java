package org.openedx.devdata.service.lms.enrollments;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openedx.devdata.factory.ColumnFields;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.jdbc.table.TableSet;
import org.openedx.devdata.plan.kind.ColumnMapping;
import org.openedx.devdata.plan.kind.Inverse;
import org.openedx.devdata.plan.kind.RecordFactory;
import org.openedx.devdata.plan.kind.RecordKind;
import org.openedx.devdata.plan.kind.ServiceRun;
import org.openedx.devdata.service.lms.courses.CourseKind;
import org.openedx.devdata.service.lms.courses.ModeKind;
import org.openedx.devdata.service.lms.identity.VerificationKind;
import org.openedx.devdata.service.lms.people.UserKind;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceSpec;

/** {@code enrollments}: the enrolment, its history and schedule, and what it needs. */
public final class EnrollmentKind implements RecordKind {

  static final String NAME = "enrollments";
  static final String DEFAULT_MODE = "default_mode";

  private final Set<Table> tables;
  private final Kind kind;
  private final Inverse inverse;

  public EnrollmentKind(TableSet all) {
    Table enrollments = all.get("student_courseenrollment");
    Table schedules = all.get("schedules_schedule");
    // Whether a user is verified is looked up in all tables of verifications.
    this.tables = new HashSet<>(VerificationKind.tables(all));
    tables.addAll(
        List.of(
            enrollments,
            all.get("student_courseenrollment_history"),
            schedules,
            all.get("schedules_scheduleexperience")));
    this.kind =
        new Kind(
            NAME,
            List.of("enrolments"),
            "Enrolments of users in course runs, with their history and schedule. In a verified mode"
                + " the user gets an approved identity verification unless there is one.",
            ColumnFields.after(
                fields(),
                ColumnFields.of(enrollments, Map.of("user_id", "username")),
                ColumnFields.of(schedules, Map.of("enrollment_id", "username and course_id"))),
            List.of("username", "course_id"));
    Table history = all.get("student_courseenrollment_history");
    this.inverse =
        Inverse.of(kind)
            .from(enrollments, "user_id")
            .columns(scheduleColumns(kind, schedules))
            .columns(ColumnMapping.of(HISTORY, history, Set.of()))
            .link("schedule_active", schedules, "active")
            .unless(schedules, "schedule", false)
            .later("is_active", "start_date", "history.mode")
            .with(
                new EnrollmentParts(
                    history, schedules, all.get("course_overviews_courseoverview")));
  }

  /** Columns of schedules that fields of this name mean: some are the enrolment's. */
  static ColumnMapping scheduleColumns(Kind kind, Table schedules) {
    return ColumnMapping.of(kind, schedules, Set.of("active", "enrollment_id", "created"));
  }

  private static final Kind HISTORY = history();

  private static Kind history() {
    return new Kind(
        "history",
        List.of(),
        "An earlier save of an enrolment.",
        List.of(
            Field.of("history_date", new FieldType.Time(), "When it was saved.")
                .withAliases("date", "at")
                .asRequired(),
            Field.of("mode", ModeKind.SLUG, "The mode after the save.")
                .withDefault("the enrolment's"),
            Field.of("is_active", new FieldType.Bool(), "Whether it was active after the save.")
                .withAliases("active")
                .withDefault("true"),
            Field.of(
                    "history_type",
                    new FieldType.Choice(List.of("+", "~", "-")),
                    "Created, changed or deleted.")
                .withDefault("`+` for the first, `~` for the others"),
            Field.of("history_change_reason", new FieldType.Text(100), "Why, in words.")
                .asNullable()),
        List.of("history_date"));
  }

  private static List<Field> fields() {
    return List.of(
        UserKind.username(),
        CourseKind.course(),
        Field.of("mode", ModeKind.SLUG, "Slug of the mode.")
            .withDefault("that of the last save of `history`, or the setting default_mode"),
        Field.of("is_active", new FieldType.Bool(), "Enrolled, or no more.")
            .withAliases("active")
            .withDefault("as the last save of `history` leaves it, or true"),
        Field.of("created", new FieldType.Time(), "When the user enrolled.")
            .asNullable()
            .withDefault("the first save of `history`, or now"),
        Field.of(
            "history",
            new FieldType.Records(HISTORY),
            "All saves of the enrolment, oldest first, instead of the one save of its creation."),
        Field.of(
                "schedule",
                new FieldType.Bool(),
                "Whether to make the enrolment's schedule, as the LMS does.")
            .withDefault("true"),
        Field.of("start_date", new FieldType.Time(), "Start of the schedule.")
            .withDefault("later of enrolment and start of the course"),
        Field.of("schedule_active", new FieldType.Bool(), "Whether the schedule is active.")
            .withDefault("true"));
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public List<Field> settings() {
    return List.of(
        Field.of(
                DEFAULT_MODE,
                ModeKind.SLUG,
                "Mode of enrolments that name none: the site's COURSE_MODE_DEFAULTS slug.")
            .withDefault("audit"));
  }

  /** The mode of enrolments that name none. */
  public static String defaultMode(ServiceSpec spec) {
    return spec.settings().text(DEFAULT_MODE).orElse("audit");
  }

  @Override
  public Set<Table> tables(ServiceSpec spec) {
    return tables;
  }

  @Override
  public void check(ServiceSpec spec, Problems problems) {
    EnrollmentChecks.check(spec, problems);
  }

  @Override
  public Optional<Inverse> inverse() {
    return Optional.of(inverse);
  }

  @Override
  public RecordFactory factory(ServiceRun run) {
    return new EnrollmentFactory(run, kind);
  }
}
