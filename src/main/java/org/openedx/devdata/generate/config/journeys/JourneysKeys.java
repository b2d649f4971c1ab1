package org.openedx.devdata.generate.config.journeys;

import java.util.List;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Kind;

/**
 * The keys of the section {@code journeys} of xapi-db-load 3.3, in the spellings of its stored
 * sources and of the release that Aspects 6 installs (xapi-journeys.md 1 and 3). Constants only.
 */
public final class JourneysKeys {

  /** The section. */
  public static final String SECTION = "journeys";

  static final String NOW = "now";
  static final String OUTPUT = "output_dir";
  static final String WINDOW = "window_days";
  static final String LENGTH = "course_length_days";
  static final String RUNNING = "running_course_fraction";
  static final String DELETED = "deleted_unit_course_fraction";
  static final String MBOX = "mbox_actor_fraction";
  static final String PREFIX = "org_prefix";
  static final String FIRST_USER = "first_user_id";
  static final String SORT = "sort_events";
  static final String COURSES = "courses";
  static final String TEMPLATES = "course_templates";
  static final String BEHAVIOR = "behavior";
  static final String TEMPLATE = "template";
  static final String COUNT = "count";
  static final String RUNS = "runs";
  static final String LEARNERS = "learners";
  static final String CHAPTERS = "chapters";
  static final String SEQUENTIALS = "sequentials_per_chapter";
  static final String VERTICALS = "verticals_per_sequential";
  static final String PROBLEMS = "problems_per_vertical_weights";
  static final String VIDEOS = "videos_per_vertical_weights";
  static final String GRADED = "graded_sequential_fraction";
  static final String VIDEO_LENGTH = "video_length";

  private static final int MILLION = 1_000_000;
  private static final FieldType RANGE =
      new FieldType.ListOf(new FieldType.Whole(0, 10L * MILLION, true));
  private static final FieldType WEIGHTS = new FieldType.ListOf(new FieldType.Real());
  private static final FieldType SHARE = new FieldType.Real();

  /** The field of the section. */
  public static final Field FIELD =
      Field.of(
          SECTION,
          new FieldType.Nested(
              new Kind(SECTION, List.of(), "Simulated learners.", fields(), List.of())),
          "Courses from templates, and learners whose lives follow from probabilities, as"
              + " xapi-db-load 3.3 describes them; in place of the world and of `life`.");

  private JourneysKeys() {}

  private static FieldType whole(long minimum, long maximum) {
    return new FieldType.Whole(minimum, maximum, true);
  }

  private static Field share(String name, String byDefault, String summary) {
    return Field.of(name, SHARE, summary).withDefault(byDefault).asNullable();
  }

  private static List<Field> fields() {
    return List.of(
        Field.of("seed", whole(Long.MIN_VALUE, Long.MAX_VALUE), "Chooses what is not given.")
            .withDefault("0"),
        Field.of(NOW, new FieldType.Time(), "The world ends with the day before this moment's.")
            .withDefault("the day of the run")
            .asNullable(),
        Field.of(OUTPUT, new FieldType.Text(4_096), "Folder of the files of `backend: csv`.")
            .asNullable(),
        Field.of(WINDOW, whole(1, 364), "For how many days before its end the world has courses.")
            .withDefault("300"),
        Field.of(LENGTH, whole(1, 364), "Length of every course run, in days.").withDefault("120"),
        share(RUNNING, "0.5", "Probability that a run ends with the world."),
        share(DELETED, "0", "Probability that a run has a unit that only earlier publishes have."),
        Field.of("num_organizations", whole(1, MILLION), "Organisations.").withDefault("3"),
        Field.of(PREFIX, new FieldType.Text(64), "First part of their short names.")
            .withDefault("Org"),
        Field.of("num_actors", whole(1, 16L * MILLION), "Learners of the whole site.").asRequired(),
        Field.of(FIRST_USER, whole(1, Integer.MAX_VALUE - 16L * MILLION), "Id of the first one.")
            .withDefault("follows from the seed"),
        share(MBOX, "0", "Probability that statements name a learner by address."),
        Field.of("num_actor_profile_changes", whole(1, MILLION), "How often profiles are written.")
            .withDefault("1"),
        Field.of("course_publishes", whole(1, MILLION), "How often courses are published.")
            .withDefault("1"),
        Field.of(SORT, new FieldType.Bool(), "Whether the file of statements is sorted by time.")
            .withDefault("false"),
        Field.of(
                COURSES,
                new FieldType.Records(
                    new Kind(COURSES, List.of(), "Courses of one template.", lot(), List.of())),
                "The courses.")
            .asRequired(),
        Field.of(
                TEMPLATES,
                new FieldType.MapOf(
                    new FieldType.Nested(
                        new Kind(
                            "course template",
                            List.of(),
                            "Description of a structure.",
                            template(),
                            List.of()))),
                "What their structures are drawn from, by name.")
            .asRequired(),
        Field.of(
                BEHAVIOR,
                new FieldType.Nested(
                    new Kind(
                        BEHAVIOR, List.of(), "Habits of learners.", Behavior.FIELDS, List.of())),
                "What learners do.")
            .withDefault("what its keys say")
            .asNullable());
  }

  private static List<Field> lot() {
    return List.of(
        Field.of(TEMPLATE, new FieldType.Text(255), "Name of the template.").asRequired(),
        Field.of(COUNT, whole(0, 250_000), "How many courses.").asRequired(),
        Field.of(RUNS, RANGE, "From and to how many runs of each.").withDefault("[1, 1]"),
        Field.of(LEARNERS, RANGE, "From and to how many learners of each run.").asRequired());
  }

  private static List<Field> template() {
    return List.of(
        Field.of(CHAPTERS, RANGE, "From and to how many sections.").asRequired(),
        Field.of(SEQUENTIALS, RANGE, "Subsections of a section.").asRequired(),
        Field.of(VERTICALS, RANGE, "Units of a subsection.").asRequired(),
        Field.of(PROBLEMS, WEIGHTS, "Weights of no problem in a unit, of one, and so on.")
            .withAliases("problems_per_vertical")
            .asRequired(),
        Field.of(VIDEOS, WEIGHTS, "Weights of no video in a unit, of one, and so on.")
            .withAliases("videos_per_vertical")
            .asRequired(),
        Field.of(GRADED, SHARE, "Probability that a subsection is graded.").withDefault("0.3"),
        Field.of(VIDEO_LENGTH, RANGE, "From and to how many seconds of a video.")
            .withDefault("[60, 900]"));
  }
}
