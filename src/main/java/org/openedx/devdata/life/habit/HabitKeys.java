package org.openedx.devdata.life.habit;

import java.util.ArrayList;
import java.util.List;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceDescriptor;
import org.openedx.devdata.spec.SpecRecord;

/** Keys of a set of habits, described once: for reading, checking and the reference. */
public final class HabitKeys {

  static final String PERSONAS = "personas";
  static final String MODES = "modes";
  static final String HOURS = "hours";
  static final String SELF_PACED = "self_paced";
  static final String LATE_WORK = "late_work";
  static final String TIMED_EXAM = "timed_exam";
  static final String ONE_ZONE = "one_zone";

  private static final int HOURS_OF_A_DAY = 24;

  private static final List<LimitedKey> PERSONA =
      List.of(
          new LimitedKey("share", 0, 1e6, "Weight of the persona among all who enter."),
          new LimitedKey("stay", 0.001, 100, "Scale of how long they stay, as part of the course."),
          new LimitedKey("finishes", 0, 1, "Probability of staying to the end."),
          new LimitedKey("units", 0, 1, "Probability of visiting a unit of what they cover."),
          new LimitedKey("videos", 0, 1, "Probability of playing a video of a visited unit."),
          new LimitedKey("problems", 0, 1, "Probability of trying an ungraded problem."),
          new LimitedKey("graded", 0, 1, "Probability of doing a graded subsection."),
          new LimitedKey("effort", 0.05, 20, "Factor of the time that is spent."),
          new LimitedKey("lateness", -5, 5, "Added lateness, in standard deviations."),
          new LimitedKey("pause", 0, 1, "Longest absence, as part of the course."),
          new LimitedKey(
              "continues",
              0,
              1,
              "Probability of going on to the next subsection; 0 where stay says how long."),
          new LimitedKey(
              "pace", 0, 365, "Days from subsection to subsection, self-paced; 0 for the run's."),
          new LimitedKey("tries", 0, 100, "Maximum number of answers to a problem; 0 for any."),
          new LimitedKey("again", 0, 1, "Probability of playing a video a second time."),
          new LimitedKey("back", 0, 1, "Probability of looking at the unit before again."),
          new LimitedKey("at_once", 0, 1, "Probability of playing again in the moment of a pause."),
          new LimitedKey("recent", 0, 1, "Probability of a last visit shortly before the end."),
          new LimitedKey("recent_hours", 0, 8_760, "How shortly, in hours."));

  private static final List<LimitedKey> NUMBERS =
      List.of(
          new LimitedKey("enter", 0, 1, "Probability of ever entering the course."),
          new LimitedKey("one_visit", 0, 1, "Probability, of who enters, of one visit only."),
          new LimitedKey("enrol_before", 0, 1e6, "Weight of enrolling before the start."),
          new LimitedKey("enrol_first_day", 0, 1e6, "Weight of enrolling on the first day."),
          new LimitedKey("enrol_during", 0, 1e6, "Weight of enrolling while the course runs."),
          new LimitedKey("enrol_after", 0, 1e6, "Weight of enrolling at a constant rate."),
          new LimitedKey("enrol_before_days", 0.1, 1_000, "Mean of how early, in days."),
          new LimitedKey("upgrade", 0, 1, "Probability of an upgrade, of who stays to the end."),
          new LimitedKey("unenrol", 0, 1, "Probability of unenrolling, of who leaves."),
          new LimitedKey("stay_shape", 0.1, 10, "Shape of the Weibull distribution of staying."),
          new LimitedKey("ability", -5, 5, "Mean ability, in logits."),
          new LimitedKey("ability_sd", 0, 5, "Standard deviation of ability."),
          new LimitedKey("effort", 0, 1, "Correlation of ability and time that is spent."),
          new LimitedKey("difficulty", -8, 8, "Mean difficulty of problems, in logits."),
          new LimitedKey("difficulty_sd", 0, 5, "Standard deviation of difficulty."),
          new LimitedKey("session_minutes", 1, 600, "Median length of a session, in minutes."),
          new LimitedKey("session_sd", 0, 3, "Standard deviation of its logarithm."),
          new LimitedKey("day_shift", 0, 6, "Standard deviation of late rising, in hours."),
          new LimitedKey("weekend", 0, 1, "Share of activity at weekends."),
          new LimitedKey("lateness", -5, 5, "Mean lateness, in standard deviations."),
          new LimitedKey("posters", 0, 1, "Probability of writing in the forum, of who enters."));

  private static final Kind PERSONA_KIND =
      new Kind(
          "persona", List.of(), "A way of taking a course.", LimitedKey.fields(PERSONA), List.of());

  private HabitKeys() {}

  /** The fields of a set, all optional: a configuration changes some of them. */
  public static List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    fields.add(Field.of(SELF_PACED, new FieldType.Bool(), "Whether all is released at the start."));
    fields.addAll(LimitedKey.fields(NUMBERS));
    fields.add(
        Field.of(
            MODES, new FieldType.MapOf(new FieldType.Real()), "Weights of modes of enrolment."));
    fields.add(Field.of(LATE_WORK, new FieldType.Bool(), "Whether late answers are taken."));
    fields.add(Field.of(TIMED_EXAM, new FieldType.Bool(), "Whether the last exam is timed."));
    fields.add(
        Field.of(ONE_ZONE, new FieldType.Bool(), "Whether learners of a run share a time zone."));
    fields.add(
        Field.of(
            HOURS,
            new FieldType.ListOf(new FieldType.Real()),
            "Weights of the 24 hours of the learner's own day."));
    fields.add(
        Field.of(
            PERSONAS,
            new FieldType.MapOf(new FieldType.Nested(PERSONA_KIND)),
            "Ways of taking the course."));
    return List.copyOf(fields);
  }

  static ServiceDescriptor descriptor() {
    return new ServiceDescriptor("life", "Habits of learners.", fields(), List.of());
  }

  static double number(SpecRecord record, String field) {
    return record.get(field, Double.class).orElse(0.0);
  }

  /** Reports values that are out of their limits. */
  public static void check(SpecRecord record, Problems problems) {
    LimitedKey.check(NUMBERS, record, problems);
    record
        .map(PERSONAS)
        .values()
        .forEach(persona -> LimitedKey.check(PERSONA, (SpecRecord) persona, problems));
    record
        .map(MODES)
        .forEach(
            (mode, weight) -> {
              if (!((Double) weight >= 0)) {
                problems.add(
                    record.map(MODES).place(mode).value(),
                    "the weight of %s is %s; write 0 or more".formatted(mode, weight));
              }
            });
    if (record.has(HOURS)) {
      List<?> hours = record.get(HOURS, List.class).orElse(List.of());
      boolean weights = hours.stream().allMatch(hour -> hour instanceof Double one && one > 0);
      if (hours.size() != HOURS_OF_A_DAY || !weights) {
        problems.add(
            record.positionOf(HOURS),
            "hours has %d values; write %d, each above 0, from midnight"
                .formatted(hours.size(), HOURS_OF_A_DAY));
      }
    }
  }
}
