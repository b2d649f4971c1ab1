package org.openedx.devdata.generate.config.journeys;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.SpecRecord;

/**
 * Habits of learners as {@code journeys} says them, and as habits of lives that say the same.
 * Immutable.
 *
 * @param record the section; empty when all is by default
 */
record Behavior(Optional<SpecRecord> record) {

  /**
   * A number.
   *
   * @param byDefault the value when it is left out
   * @param maximum largest value; the smallest is 0
   */
  private record Key(String name, double byDefault, double maximum, String summary) {

    Field field() {
      return Field.of(name, new FieldType.Real(), summary).withDefault(text(byDefault));
    }
  }

  /** A number that lives do not ask for: they know better, from what was measured. */
  private record Unasked(String name, String reason) {}

  private static final List<Key> KEYS =
      List.of(
          new Key("start_prob", 0.8, 1, "Probability of doing anything after enrolling."),
          new Key("completer_fraction", 0.15, 1, "Probability of going on to the end."),
          new Key("continue_prob", 0.9, 1, "That of others of going on to the next subsection."),
          new Key("unit_skip_prob", 0.08, 1, "Probability of leaving a unit out."),
          new Key("revisit_prob", 0.05, 1, "Probability of going back a unit."),
          new Key("problem_attempt_prob", 0.8, 1, "Probability of trying a problem."),
          new Key("max_attempts", 3, 100, "Maximum number of answers to a problem."),
          new Key("video_watch_prob", 0.75, 1, "Probability of playing a video."),
          new Key("second_session_prob", 0.15, 1, "Probability of playing it again soon after."),
          new Key("days_between_subsections", 2, 365, "Mean days to the next subsection."),
          new Key("same_time_resume_prob", 0, 1, "Probability of going on at once after a pause."),
          new Key("recent_activity_fraction", 0.05, 1, "Share of learners who come lately."),
          new Key("recent_hours", 12, 8_760, "How lately, in hours."));

  private static final List<Unasked> UNASKED =
      List.of(
          new Unasked("duplicate_event_prob", "no statement is written twice"),
          new Unasked("exit_without_nav_prob", "lives always end with the page they are on"),
          new Unasked(
              "resume_after_pause_prob", "lives pause and resume as learners were seen to do"),
          new Unasked("video_actions", "lives stop and jump as learners were seen to do"));

  /** The fields of the section. */
  static final List<Field> FIELDS = fields();

  private static List<Field> fields() {
    List<Field> fields = new ArrayList<>(KEYS.stream().map(Key::field).toList());
    for (Unasked key : UNASKED) {
      FieldType type =
          key.name().equals("video_actions")
              ? new FieldType.MapOf(new FieldType.Real())
              : new FieldType.Real();
      fields.add(Field.of(key.name(), type, "Not used: %s.".formatted(key.reason())));
    }
    return List.copyOf(fields);
  }

  private static String text(double number) {
    return number == Math.rint(number)
        ? Long.toString((long) number)
        : String.format(Locale.ROOT, "%s", number);
  }

  /** Adds values out of their limits, and warns of those that nothing reads. */
  void check(Problems problems) {
    record.ifPresent(
        section -> {
          KEYS.forEach(key -> Limits.number(section, key.name(), key.maximum(), problems));
          for (Unasked key : UNASKED) {
            if (section.has(key.name())) {
              problems.warn(
                  section.positionOf(key.name()),
                  "%s is not used: %s".formatted(key.name(), key.reason()));
            }
          }
        });
  }

  private double number(String name) {
    return record
        .flatMap(section -> section.get(name, Double.class))
        .orElseGet(
            () ->
                KEYS.stream()
                    .filter(key -> key.name().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .byDefault());
  }

  /** The habits, as the key {@code life} of a configuration has them, in YAML. */
  String life() {
    double completers = number("completer_fraction");
    return String.join(
        "\n",
        "set: open",
        "self_paced: true",
        "late_work: true",
        "enter: " + number("start_prob"),
        "one_visit: 0",
        "enrol_before: 0",
        "enrol_first_day: 0",
        "enrol_during: 1",
        "enrol_after: 0",
        "modes: {audit: 1, honor: 1, verified: 1}",
        "upgrade: 0",
        "unenrol: 0",
        "personas:",
        "  sampler: {share: 0}",
        "  disengaging: {share: 0}",
        "  auditor: {share: 0}",
        "  returner: {share: 0}",
        "  superuser: {share: 0}",
        "  completer: {share: %s, finishes: 1, %s}".formatted(completers, persona()),
        "  leaver: {share: %s, continues: %s, %s}"
            .formatted(1 - completers, number("continue_prob"), persona()),
        "");
  }

  private String persona() {
    return String.join(
        ", ",
        "units: " + (1 - number("unit_skip_prob")),
        "problems: " + number("problem_attempt_prob"),
        "graded: " + number("problem_attempt_prob"),
        "videos: " + number("video_watch_prob"),
        "tries: " + number("max_attempts"),
        "again: " + number("second_session_prob"),
        "back: " + number("revisit_prob"),
        "at_once: " + number("same_time_resume_prob"),
        "pace: " + number("days_between_subsections"),
        "recent: " + number("recent_activity_fraction"),
        "recent_hours: " + number("recent_hours"));
  }
}
