package org.openedx.devdata.service.aspects.entry;

import java.util.List;
import java.util.stream.Stream;
import org.openedx.devdata.service.aspects.AspectsNames;
import org.openedx.devdata.service.lms.LmsPopulationApi;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.ServiceDescriptor;
import org.openedx.devdata.world.keys.WorldKeys;
import org.openedx.devdata.xapi.keys.WeightsReader;

/** Settings and kinds of records of an Aspects spec. Constants only. */
final class AspectsKinds {

  static final String IMPORT = "import";
  static final String LEARNERS = "learners";
  static final String COURSES = "courses";
  static final String ENROLLMENTS = "enrollments";
  static final String TAXONOMIES = "taxonomies";
  static final String SIZES = "course_sizes";

  private static final FieldType NAME = new FieldType.Text(255);
  private static final FieldType USERNAME = new FieldType.Text(150);
  private static final FieldType COURSE = new FieldType.CourseKeyText();
  private static final FieldType COUNT = new FieldType.Whole(0, 10_000_000);

  private static final Kind TAG =
      new Kind(
          "tags",
          List.of(),
          "A tag of the taxonomy; parents before their children.",
          List.of(
              Field.of("value", NAME, "What is shown; unique over all taxonomies.").asRequired(),
              Field.of("parent", NAME, "Value of the parent tag.").withDefault("none: a root"),
              Field.of("external_id", NAME, "Its id elsewhere.").withDefault("empty")),
          List.of("value"));

  /** The descriptor of the service. */
  static final ServiceDescriptor DESCRIPTOR =
      new ServiceDescriptor(
          AspectsNames.IDA,
          "Aspects: xAPI statements and what they refer to, in ClickHouse.",
          settings(),
          List.of(taxonomies(), courses(), learners(), enrollments(), sizes()));

  private AspectsKinds() {}

  private static List<Field> settings() {
    List<Field> own =
        List.of(
            Field.of(
                    IMPORT,
                    new FieldType.Choice(List.of(LmsPopulationApi.SERVICE)),
                    "Takes learners, courses and enrolments from the specs of the LMS that the"
                        + " top-level spec lists before, and the blocks that learner state there is about;"
                        + " records here add to them, an outline here replaces those blocks.")
                .withDefault("none"));
    return Stream.of(
            own, EntryModel.FIELDS, WorldKeys.common(), WeightsReader.FIELDS, WorldKeys.generated())
        .flatMap(List::stream)
        .toList();
  }

  private static Kind taxonomies() {
    return new Kind(
            TAXONOMIES,
            List.of(),
            "Taxonomies, for the tags of courses and blocks.",
            List.of(
                Field.of("name", NAME, "What is shown.").asRequired(),
                Field.of("export_id", NAME, "Its id in exports.").withDefault("number and name"),
                Field.of("tags", new FieldType.Records(TAG), "Its tags.")),
            List.of("name"))
        .withExample(
            """
            taxonomies:
            - name: Levels
              tags:
              - value: Beginner
              - value: Curious beginner
                parent: Beginner
            """);
  }

  private static Kind courses() {
    return new Kind(
            COURSES,
            List.of(),
            "Course runs. Without an outline a course gets three sections of made-up blocks.",
            List.of(
                Field.of("course_id", COURSE, "The course run, by its key.")
                    .withAliases("course_key")
                    .asRequired(),
                Field.of("display_name", NAME, "Title of the course.")
                    .withAliases("name")
                    .withDefault("`<course key> Course`"),
                Field.of("start", new FieldType.Time(), "Start of the course.").asNullable(),
                Field.of("end", new FieldType.Time(), "End of the course.").asNullable(),
                Field.of("enrollment_start", new FieldType.Time(), "From when on one can enrol.")
                    .asNullable(),
                Field.of("enrollment_end", new FieldType.Time(), "Until when.").asNullable(),
                Field.of(
                        "self_paced",
                        new FieldType.Bool(),
                        "Whether learners go at their own pace.")
                    .withDefault("false"),
                Field.of("language", new FieldType.Text(32), "Code of its language.").asNullable(),
                Field.of("forum_threads", COUNT, "How many threads its forum has.")
                    .withDefault("5"),
                OutlineKinds.tags(),
                Field.of(
                        "outline",
                        new FieldType.Records(OutlineKinds.CHAPTER),
                        "Its sections, in order.")
                    .withAliases("chapters", "sections")),
            List.of("course_id"))
        .withExample(
            """
            courses:
            - course_id: course-v1:OpenedX+DemoX+DemoCourse
              display_name: Demonstration Course
              start: today - 60d
              end: today + 30d
              tags: [Beginner]
              outline:
              - display_name: Mosses
                sequentials:
                - display_name: How mosses drink
                  graded: true
                  verticals:
                  - blocks:
                    - type: video
                    - type: problem
                      tags: [Curious beginner]
            """);
  }

  private static Kind learners() {
    return new Kind(
        LEARNERS,
        List.of(),
        "Learners. What a profile does not say stays empty.",
        List.of(
            Field.of("username", USERNAME, "The user, by name.").asRequired(),
            Field.of(
                    "external_id",
                    new FieldType.Text(36),
                    "UUID that names the learner in statements.")
                .withDefault("one that follows from seed and username"),
            Field.of("user_id", new FieldType.Whole(1, Integer.MAX_VALUE), "Number in the LMS.")
                .withDefault(
                    "that of the LMS's database with `import`; otherwise one that follows"
                        + " from seed and username"),
            Field.of("name", NAME, "Full name.").withDefault("the username"),
            Field.of("email", new FieldType.Text(254), "E-mail address.")
                .withDefault("`username@example.com`"),
            Field.of("year_of_birth", new FieldType.Whole(1900, 2100), "Year of birth."),
            Field.of(
                "gender", new FieldType.Choice(List.of("", "m", "f", "o")), "Code of the gender."),
            Field.of(
                "level_of_education", new FieldType.Text(6), "Code of the level of education."),
            Field.of("country", new FieldType.Text(2), "Code of the country."),
            Field.of("city", NAME, "City."),
            Field.of("state", new FieldType.Text(2), "State of the USA."),
            Field.of("language", NAME, "Language of the profile."),
            Field.of("location", NAME, "Place."),
            Field.of("mailing_address", new FieldType.Text(65_535), "Address."),
            Field.of("goals", new FieldType.Text(65_535), "Goals."),
            Field.of("bio", new FieldType.Text(3_000), "About the person."),
            Field.of("phone_number", new FieldType.Text(50), "Telephone number.")),
        List.of("username"));
  }

  private static Kind enrollments() {
    return new Kind(
        ENROLLMENTS,
        List.of("enrolments"),
        "Enrolments of learners in course runs. Nothing of a learner comes before the enrolment.",
        List.of(
            Field.of("username", USERNAME, "The learner, by name.").asRequired(),
            Field.of("course_id", COURSE, "The course run, by its key.")
                .withAliases("course_key")
                .asRequired(),
            Field.of("mode", new FieldType.Text(100), "Slug of the mode.").withDefault("audit"),
            Field.of("is_active", new FieldType.Bool(), "Enrolled, or no more.")
                .withAliases("active")
                .withDefault("true"),
            Field.of("created", new FieldType.Time(), "When the learner enrolled.")
                .withDefault("start_date")),
        List.of("username", "course_id"));
  }

  private static Kind sizes() {
    return new Kind(
            SIZES,
            List.of(),
            "Sizes of course of a generated world, as in load-db: with num_actors, instead of learners,"
                + " courses and enrolments.",
            Stream.concat(
                    Stream.of(
                        Field.of("name", NAME, "What the size is called.").asRequired(),
                        WorldKeys.runs("runs")),
                    WorldKeys.makeup().stream())
                .toList(),
            List.of("name"))
        .withExample(
            """
            num_actors: 40
            course_sizes:
            - name: small
              runs: 2
              actors: 10
              problems: 8
              videos: 4
              chapters: 2
              sequences: 4
              verticals: 8
              forum_posts: 5
            """);
  }
}
