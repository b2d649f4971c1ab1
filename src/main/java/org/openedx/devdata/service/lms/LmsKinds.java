package org.openedx.devdata.service.lms;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openedx.devdata.factory.ColumnFields;
import org.openedx.devdata.plan.CommonSettings;
import org.openedx.devdata.service.account.PasswordSettings;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.ServiceDescriptor;

/** What an LMS spec may say. Immutable. */
final class LmsKinds {

  static final String CREATE_MISSING = "create_missing";
  static final String DEFAULT_MODE = "default_mode";
  static final String COURSES = "courses";
  static final String VERIFICATION_DAYS = "verification_days";

  static final List<String> VERIFICATION_STATUSES =
      List.of("created", "ready", "submitted", "must_retry", "approved", "denied");

  private static final FieldType.Text NAME = new FieldType.Text(255);
  private static final FieldType.Text USERNAME = new FieldType.Text(150);
  private static final FieldType.Text MODE = new FieldType.Text(100);
  private static final FieldType COURSE = new FieldType.CourseKeyText();

  final Kind groups;
  final Kind users;
  final Kind courses;
  final Kind courseModes;
  final Kind roles;
  final Kind verifications;
  final Kind history;
  final Kind enrollments;
  final StateKinds state = new StateKinds();

  LmsKinds(LmsTables tables) {
    groups =
        new Kind(
            "groups",
            List.of(),
            "Django groups. Groups named by users are made without being listed here.",
            List.of(Field.of("name", USERNAME, "Name of the group.").asRequired()),
            List.of("name"));
    users =
        ColumnFields.withUnique(
            new Kind(
                "users",
                List.of(),
                "Accounts with their profile. Found again by `username`.",
                ColumnFields.after(
                    userFields(),
                    ColumnFields.of(tables.users, Map.of()),
                    ColumnFields.of(tables.profiles, Map.of())),
                List.of("username")),
            tables.users,
            tables.profiles);
    courses =
        new Kind(
            COURSES,
            List.of("course_overviews"),
            "Course overviews: what the dashboard, enrolments and grades read of a course run. The"
                + " course's content is not in MySQL; import it with Studio.",
            ColumnFields.after(
                courseFields(), ColumnFields.of(tables.overviews, Map.of("id", "course_id"))),
            List.of("course_id"));
    courseModes =
        new Kind(
            "course_modes",
            List.of("modes"),
            "Tracks that a course run offers.",
            ColumnFields.after(modeFields(), ColumnFields.of(tables.modes, Map.of())),
            List.of("course_id", "mode", "currency"));
    roles =
        new Kind(
            "roles",
            List.of("course_access_roles"),
            "Course, organisation and site roles of users.",
            roleFields(),
            List.of("username", "role", "course_id", "org"));
    verifications =
        new Kind(
            "verifications",
            List.of("id_verifications"),
            "Identity verifications. A photo verification is found again by its receipt, a manual"
                + " one by user and reason, one by single sign-on by user and provider.",
            ColumnFields.after(
                verificationFields(),
                ColumnFields.of(tables.photoVerifications, Map.of("user_id", "username")),
                ColumnFields.of(tables.manualVerifications, Map.of()),
                ColumnFields.of(tables.ssoVerifications, Map.of())),
            List.of());
    history =
        new Kind(
            "history",
            List.of(),
            "An earlier save of an enrolment.",
            List.of(
                Field.of("history_date", new FieldType.Time(), "When it was saved.")
                    .withAliases("date", "at")
                    .asRequired(),
                Field.of("mode", MODE, "The mode after the save.").withDefault("the enrolment's"),
                Field.of("is_active", new FieldType.Bool(), "Whether it was active after the save.")
                    .withAliases("active")
                    .withDefault("true"),
                Field.of(
                        "history_type",
                        new FieldType.Choice(List.of("+", "~", "-")),
                        "Created, changed or deleted.")
                    .withDefault("`+` for the first, `~` for the others"),
                Field.of("history_change_reason", MODE, "Why, in words.").asNullable()),
            List.of("history_date"));
    enrollments =
        new Kind(
            "enrollments",
            List.of("enrolments"),
            "Enrolments of users in course runs, with their history and schedule. In a verified mode"
                + " the user gets an approved identity verification unless there is one.",
            ColumnFields.after(
                enrollmentFields(),
                ColumnFields.of(tables.enrollments, Map.of("user_id", "username")),
                ColumnFields.of(
                    tables.schedules, Map.of("enrollment_id", "username and course_id"))),
            List.of("username", "course_id"));
  }

  ServiceDescriptor descriptor(String ida, String summary) {
    return new ServiceDescriptor(
        ida,
        summary,
        List.of(
            Field.of(
                    CREATE_MISSING,
                    new FieldType.Bool(),
                    "Make users that records name and that exist neither in the specs nor in the"
                        + " database, with factory defaults, instead of refusing the spec.")
                .withDefault("false"),
            Field.of(
                    DEFAULT_MODE,
                    MODE,
                    "Mode of enrolments that name none: the site's COURSE_MODE_DEFAULTS slug.")
                .withDefault("audit"),
            PasswordSettings.iterationsField(),
            PasswordSettings.saltField(),
            Field.of(
                    VERIFICATION_DAYS,
                    new FieldType.Whole(1, 36_500),
                    "Days for which an identity verification is good: the site's"
                        + " VERIFY_STUDENT[\"DAYS_GOOD_FOR\"].")
                .withDefault("365"),
            StateKinds.extendedHistory(),
            CommonSettings.COLUMN_DEFAULTS),
        Stream.concat(
                Stream.of(groups, users, courses, courseModes, roles, verifications, enrollments),
                state.all().stream())
            .toList());
  }

  private static Field username() {
    return Field.of("username", USERNAME, "The user, by name.")
        .naming("users", "username")
        .asRequired();
  }

  private static Field course() {
    return Field.of("course_id", COURSE, "The course run, by its key.")
        .withAliases("course_key")
        .spelledAs(COURSES, "course_id")
        .asRequired();
  }

  private static List<Field> userFields() {
    return List.of(
        Field.of("username", USERNAME, "Log-in name; unique without regard to case.").asRequired(),
        Field.of("email", new FieldType.Text(254), "E-mail address; unique.")
            .withDefault("`username@example.com`, of a name that fits no address a similar one"),
        Field.of(
                "password",
                new FieldType.Text(1_000),
                "Password in the clear; stored as Django's hash.")
            .withDefault("`Password1234`"),
        Field.of(
            "password_hash",
            new FieldType.Text(128),
            "Ready-made Django password hash, or `!` for an account that nobody can log into."),
        Field.of("name", NAME, "Full name, in the profile.")
            .withDefault("an invented one; `Jane Doe` for `jane_doe`"),
        Field.of(
            "groups", new FieldType.ListOf(USERNAME, true), "Django groups; made when missing."),
        Field.of(
                "meta",
                new FieldType.Text(65_535),
                "JSON text of the profile; the LMS keeps odds and ends in it.")
            .withDefault("empty"),
        Field.forbidden("user_id", "keys of the database are not written in specs; leave it out"));
  }

  private static List<Field> courseFields() {
    return List.of(
        course(),
        Field.of("display_name", NAME, "Title of the course.")
            .withAliases("name")
            .asNullable()
            .withDefault("`<course key> Course`"),
        Field.of("start", new FieldType.Time(), "Start of the course.")
            .asNullable()
            .withDefault("now"),
        Field.of("end", new FieldType.Time(), "End of the course.")
            .asNullable()
            .withDefault("`now + 30d`"));
  }

  private static List<Field> modeFields() {
    return List.of(
        course(),
        Field.of("mode", MODE, "Slug of the mode, such as `verified`.")
            .withAliases("mode_slug", "slug")
            .asRequired(),
        Field.of("mode_display_name", NAME, "What learners read.")
            .withAliases("display_name")
            .withDefault("`<slug> course`"),
        Field.of("min_price", new FieldType.Whole(0, Integer.MAX_VALUE), "Price in whole units.")
            .withAliases("price")
            .withDefault("0; 1 to 100 for a verified mode"),
        Field.of("currency", new FieldType.Text(8), "ISO code; stored in lower case.")
            .withDefault("usd"));
  }

  private static List<Field> roleFields() {
    return List.of(
        username(),
        Field.of("role", new FieldType.Text(64), "`staff`, `instructor`, `beta_testers` ...")
            .asRequired(),
        Field.of("course_id", COURSE, "The course run; leave it out for an organisation's role.")
            .withAliases("course_key")
            .spelledAs(COURSES, "course_id"),
        Field.of("org", new FieldType.Text(64), "The organisation; leave it out for a site's role.")
            .withDefault("the course's organisation"));
  }

  private static List<Field> verificationFields() {
    return List.of(
        username(),
        Field.of(
                "type",
                new FieldType.Choice(List.of("photo", "manual", "sso")),
                "How the identity was verified.")
            .withDefault("photo"),
        Field.of("status", new FieldType.Choice(VERIFICATION_STATUSES), "Where it stands.")
            .withDefault("approved"),
        Field.of("name", NAME, "Name at the time.").withDefault("empty"),
        Field.of("expiration_date", new FieldType.Time(), "Until when it is good.")
            .asNullable()
            .withDefault("`created_at` and verification_days"));
  }

  private List<Field> enrollmentFields() {
    return List.of(
        username(),
        course(),
        Field.of("mode", MODE, "Slug of the mode.")
            .withDefault("that of the last save of `history`, or the setting default_mode"),
        Field.of("is_active", new FieldType.Bool(), "Enrolled, or no more.")
            .withAliases("active")
            .withDefault("as the last save of `history` leaves it, or true"),
        Field.of("created", new FieldType.Time(), "When the user enrolled.")
            .asNullable()
            .withDefault("the first save of `history`, or now"),
        Field.of(
            "history",
            new FieldType.Records(history),
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
}
