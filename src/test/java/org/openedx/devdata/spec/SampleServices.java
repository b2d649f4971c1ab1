package org.openedx.devdata.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.openedx.devdata.spec.load.ServiceNames;
import org.openedx.devdata.spec.read.KeyParsers;

/** Descriptors like the real services' for tests of this package, which knows no service. */
public final class SampleServices {

  private static final Pattern COURSE =
      Pattern.compile("course-v1:[\\w~.:-]+\\+[\\w~.:-]+\\+[\\w~.:-]+");

  private static final String PRIMARY_KEY =
      "it is a primary key, which the database numbers; refer to records by their natural keys";

  private static final FieldType MODE =
      new FieldType.Choice(
          List.of("audit", "honor", "verified", "professional", "no-id-professional", "masters"));

  private SampleServices() {}

  /** Names of these services, and of some that are not served. */
  public static ServiceNames names() {
    return new ServiceNames(
        List.of("lms", "cms", "ecommerce"),
        Map.of("studio", "cms"),
        Map.of(
            "registrar", "the registrar",
            "discovery", "the course catalog",
            "credentials", "the credentials service",
            "content", "authored content",
            "aspects", "Aspects"));
  }

  /** Key parsers with just enough grammar to tell good from bad. */
  public static KeyParsers keys() {
    UnaryOperator<String> course =
        text -> {
          if (COURSE.matcher(text).matches()) {
            return text;
          }
          throw new IllegalArgumentException(
              Shown.quoted(text) + " is not like course-v1:ORG+COURSE+RUN");
        };
    UnaryOperator<String> usage =
        text -> {
          if (text.startsWith("block-v1:")) {
            return text;
          }
          throw new IllegalArgumentException(
              Shown.quoted(text) + " is not like block-v1:ORG+COURSE+RUN+type@TYPE+block@ID");
        };
    return new KeyParsers(course, usage);
  }

  /** All sample services, by ida. */
  public static Map<String, ServiceDescriptor> all() {
    Map<String, ServiceDescriptor> services = new LinkedHashMap<>();
    services.put("lms", lms());
    services.put("cms", new ServiceDescriptor("cms", lms().summary(), List.of(), lms().kinds()));
    services.put("ecommerce", ecommerce());
    return services;
  }

  public static ServiceDescriptor lms() {
    return new ServiceDescriptor(
        "lms",
        "Accounts, courses and enrolments of the LMS.",
        List.of(
            Field.of("create_missing", new FieldType.Bool(), "Whether to create unknown users.")
                .withDefault("false")),
        List.of(users(), courses(), courseModes(), enrollments(), verifications()));
  }

  private static Kind users() {
    return new Kind(
        "users",
        List.of("accounts"),
        "Accounts with their profiles.",
        List.of(
            text("username", 150, "Name to log in with.").asRequired(),
            text("email", 254, "E-mail address.").withDefault("username@example.com"),
            text("password", 4096, "Password to log in with.").withDefault("edx"),
            text("password_hash", 128, "Ready-made hash of Django.").asNullable(),
            Field.of("is_staff", new FieldType.Bool(), "Whether global staff."),
            Field.of("is_active", new FieldType.Bool(), "Whether the account is active."),
            Field.of("groups", new FieldType.ListOf(new FieldType.Text(150)), "Groups to be in."),
            Field.of("date_joined", new FieldType.Time(), "When the account was made.")
                .withDefault("now"),
            text("country", 2, "Code of the country.").asNullable(),
            Field.of("year_of_birth", new FieldType.Whole(1900, 2155), "Year of birth.")
                .asNullable(),
            Field.of("meta", new FieldType.Json(), "Free data of the profile."),
            Field.of("preferences", new FieldType.MapOf(new FieldType.Text(100)), "Preferences."),
            Field.forbidden("id", PRIMARY_KEY)),
        List.of("username"));
  }

  private static Kind courses() {
    return new Kind(
        "courses",
        List.of(),
        "Course overviews.",
        List.of(
            courseId(),
            text("display_name", 255, "Title of the course."),
            Field.of("start", new FieldType.Time(), "First day.").asNullable(),
            Field.of("end", new FieldType.Time(), "Last day.").asNullable(),
            Field.of("launch_day", new FieldType.Day(), "Day of the launch.").asNullable(),
            Field.of("lowest_passing_grade", new FieldType.Decimal(5, 2), "Grade to pass."),
            Field.of("effort", new FieldType.Real(), "Hours a week."),
            Field.of("root_block", new FieldType.UsageKeyText(), "The course's own block."),
            Field.forbidden("id", PRIMARY_KEY)),
        List.of("course_id"));
  }

  private static Kind courseModes() {
    return new Kind(
        "course_modes",
        List.of(),
        "Modes that a course is offered in.",
        List.of(
            courseId(),
            Field.of("mode", new FieldType.Text(100), "Slug of the mode.").asRequired(),
            Field.of("min_price", new FieldType.Whole(0, Integer.MAX_VALUE), "Price.")
                .withDefault("0"),
            text("currency", 8, "Currency.").withDefault("usd")),
        List.of("course_id", "mode"));
  }

  private static Kind enrollments() {
    return new Kind(
        "enrollments",
        List.of("enrolments"),
        "Enrolments of users in courses.",
        List.of(
            text("username", 150, "Who is enrolled.").asRequired().naming("users", "username"),
            courseId(),
            Field.of("mode", MODE, "Slug of the mode.").withDefault("audit"),
            Field.of("is_active", new FieldType.Bool(), "Whether still enrolled."),
            Field.of("created", new FieldType.Time(), "When enrolled.").withDefault("now"),
            Field.of("history", new FieldType.Records(history()), "Earlier states.")),
        List.of("username", "course_id"));
  }

  private static Kind history() {
    return new Kind(
        "history",
        List.of(),
        "Earlier states of an enrolment.",
        List.of(
            Field.of("date", new FieldType.Time(), "When it was saved.").asRequired(),
            Field.of("mode", MODE, "Slug of the mode then.")),
        List.of());
  }

  private static Kind verifications() {
    return new Kind(
        "verifications",
        List.of(),
        "Identity verifications.",
        List.of(
            text("username", 150, "Whose identity.").asRequired(),
            Field.of("type", new FieldType.Choice(List.of("photo", "manual", "sso")), "Sort.")
                .withDefault("photo"),
            Field.of(
                    "status",
                    new FieldType.Choice(List.of("created", "submitted", "approved", "denied")),
                    "State.")
                .withDefault("approved")),
        List.of("username", "type"));
  }

  public static ServiceDescriptor ecommerce() {
    Kind seats =
        new Kind(
            "seats",
            List.of(),
            "Seats of a course.",
            List.of(
                Field.of("mode", MODE, "Slug of the mode.").withAliases("type").asRequired(),
                Field.of("price", new FieldType.Decimal(12, 2), "Price.")),
            List.of("mode"));
    Kind courses =
        new Kind(
            "courses",
            List.of(),
            "Courses that are sold.",
            List.of(
                courseId(),
                text("name", 255, "Title."),
                Field.of("price", new FieldType.Decimal(12, 2), "Price of the verified seat."),
                text("partner", 8, "Code of the partner.").asRequired(),
                text("site", 100, "Domain of the site."),
                Field.of("seats", new FieldType.Records(seats), "Seats.")),
            List.of("course_id"));
    Kind sites =
        new Kind(
            "sites",
            List.of(),
            "Sites.",
            List.of(text("domain", 100, "Domain.").asRequired()),
            List.of("domain"));
    Kind partners =
        new Kind(
            "partners",
            List.of(),
            "Partners.",
            List.of(text("code", 8, "Short code.").asRequired(), text("name", 128, "Name.")),
            List.of("code"));
    return new ServiceDescriptor(
        "ecommerce", "The shop.", List.of(), List.of(sites, partners, courses));
  }

  private static Field text(String name, int length, String summary) {
    return Field.of(name, new FieldType.Text(length), summary);
  }

  private static Field courseId() {
    return Field.of("course_id", new FieldType.CourseKeyText(), "Key of the course run.")
        .withAliases("course_key", "course")
        .asRequired();
  }
}
