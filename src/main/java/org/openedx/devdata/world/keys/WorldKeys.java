package org.openedx.devdata.world.keys;

import java.util.List;
import java.util.stream.Stream;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Kind;

/** The keys of a generated world. Constants only. */
public final class WorldKeys {

  public static final String START = "start_date";
  public static final String END = "end_date";
  public static final String UNTIL = "courses_until";
  public static final String LENGTH = "course_length_days";
  public static final String ORGANIZATIONS = "num_organizations";
  public static final String ACTORS = "num_actors";
  public static final String CHANGES = "num_actor_profile_changes";
  public static final String PUBLISHES = "num_course_publishes";
  public static final String SEED = "seed";
  public static final String LMS_URL = "lms_url";
  public static final String PII = "pii";
  public static final String VIDEO_TIMES = "video_times";

  public static final String DEFAULT_URL = "http://localhost:18000";

  /** Course runs of all sizes together. */
  public static final int MAXIMUM_RUNS = 250_000;

  /** Learners of a generated world, at most. */
  public static final long MAXIMUM_ACTORS = 16_000_000;

  private static final int MILLION = 1_000_000;

  private WorldKeys() {}

  /** Keys that every world has, named ones, too. */
  public static List<Field> common() {
    return List.of(
        Field.of(START, new FieldType.Time(), "First day on which learners do anything.")
            .withDefault("`today - 90d`"),
        Field.of(END, new FieldType.Time(), "The day after the last.").withDefault("today"),
        Field.of(SEED, count(Long.MIN_VALUE, Long.MAX_VALUE), "Chooses what is not named.")
            .withDefault("the run's"),
        Field.of(LMS_URL, new FieldType.Text(255), "Root URL of the LMS.")
            .withDefault("`" + DEFAULT_URL + "`"),
        Field.of(
                PII,
                new FieldType.Bool(),
                "Whether the tables of who learners are are filled: user_profile,"
                    + " external_id.")
            .withDefault("what the site does"),
        Field.of(
                VIDEO_TIMES,
                new FieldType.Bool(),
                "Whether blocks of videos have `video_start_time` and `video_end_time`, as"
                    + " platform-plugin-aspects writes from 2.1.0 on.")
            .withDefault("what the site does"));
  }

  /** Keys of generated worlds only. */
  public static List<Field> generated() {
    return List.of(
        Field.of(ACTORS, count(1, MAXIMUM_ACTORS), "Learners of a generated world."),
        Field.of(ORGANIZATIONS, count(1, MILLION), "Organisations of it.").withDefault("3"),
        Field.of(LENGTH, count(1, 36_500), "Length of its courses, in days.")
            .withDefault("half of the window"),
        Field.of(
                UNTIL,
                new FieldType.Time(),
                "The day by which all courses are over; with a later one than end_date some"
                    + " courses are still running then, and some are to come.")
            .withDefault("end_date"),
        Field.of(PUBLISHES, count(1, MILLION), "How often its courses are published.")
            .withDefault("1"),
        Field.of(CHANGES, count(1, MILLION), "How often its profiles are written.")
            .withDefault("1"));
  }

  /** The field of how many course runs there are of a size. */
  public static Field runs(String name) {
    return Field.of(name, count(0, MAXIMUM_RUNS), "Course runs of this size.").asRequired();
  }

  /** The parts of each course run of a size. */
  public static List<Field> makeup() {
    return Stream.of(
            part("actors", 1, "Learners in each."),
            part("problems", 0, "Problems in each, and so on."),
            part("videos", 0, "Videos."),
            part("chapters", 1, "Sections."),
            part("sequences", 1, "Subsections."),
            part("verticals", 1, "Units."),
            part("forum_posts", 0, "Threads of the forum."))
        .toList();
  }

  /** The same parts as a mapping of their own. */
  public static Kind makeupKind() {
    return new Kind(
        "course_size_makeup",
        List.of(),
        "What each course run of a size has.",
        makeup(),
        List.of());
  }

  private static Field part(String name, int minimum, String summary) {
    return Field.of(name, count(minimum, 10L * MILLION), summary).asRequired();
  }

  private static FieldType count(long minimum, long maximum) {
    return new FieldType.Whole(minimum, maximum, true);
  }
}
