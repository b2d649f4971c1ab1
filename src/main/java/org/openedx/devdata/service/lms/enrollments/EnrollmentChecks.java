package org.openedx.devdata.service.lms.enrollments;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openedx.devdata.service.lms.courses.ModeKind;
import org.openedx.devdata.spec.DidYouMean;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.Shown;
import org.openedx.devdata.spec.SpecRecord;
import org.openedx.devdata.spec.TimeExpression;

/** Checks of enrolments: their modes, and saves that cannot have led to them. Stateless. */
final class EnrollmentChecks {

  private EnrollmentChecks() {}

  static void check(ServiceSpec spec, Problems problems) {
    Set<String> modes = ModeKind.slugs(spec);
    checkMode(spec.settings(), EnrollmentKind.DEFAULT_MODE, modes, problems);
    for (SpecRecord enrollment : spec.of(EnrollmentKind.NAME)) {
      checkMode(enrollment, "mode", modes, problems);
      List<SpecRecord> saves = enrollment.records("history");
      if (!saves.isEmpty()) {
        saves.forEach(save -> checkMode(save, "mode", modes, problems));
        checkOrder(enrollment, saves, problems);
        checkTypes(saves, problems);
        checkLast(enrollment, saves.get(saves.size() - 1), problems);
      }
    }
  }

  private static void checkMode(
      SpecRecord record, String field, Set<String> known, Problems problems) {
    record
        .text(field)
        .filter(mode -> !known.contains(mode))
        .ifPresent(
            mode ->
                problems.add(
                    record.positionOf(field),
                    "mode '%s' is not one that the platform knows%s"
                        .formatted(
                            mode,
                            DidYouMean.hint(mode, known, "; declare it under course_modes"))));
  }

  private static void checkOrder(SpecRecord enrollment, List<SpecRecord> saves, Problems problems) {
    Optional<TimeExpression> before = enrollment.time("created");
    String what = "the enrolment was created";
    for (SpecRecord save : saves) {
      Optional<TimeExpression> date = save.time("history_date");
      if (before.isPresent() && date.isPresent() && isLater(before.get(), date.get())) {
        problems.add(
            save.positionOf("history_date"),
            "this save is dated before %s; order saves by time and correct the date"
                .formatted(what));
      }
      before = date.isPresent() ? date : before;
      what = "the one above it";
    }
  }

  /** Times that follow the clock and those that do not cannot be put in order without a clock. */
  private static boolean isLater(TimeExpression first, TimeExpression second) {
    Instant any = Instant.parse("2026-01-01T00:00:00Z");
    return first.relative() == second.relative() && first.at(any).isAfter(second.at(any));
  }

  private static void checkTypes(List<SpecRecord> saves, Problems problems) {
    for (int i = 0; i < saves.size(); i++) {
      String type = saves.get(i).text("history_type").orElse("");
      if (type.equals("-")) {
        problems.add(
            saves.get(i).positionOf("history_type"),
            "\"-\" says that the enrolment was deleted, and it is there; write ~ with is_active: false"
                + " for a learner who left");
      } else if (type.equals("+") && i > 0) {
        problems.add(
            saves.get(i).positionOf("history_type"),
            "\"+\" says that the enrolment was created, which only its first save does; write ~");
      }
    }
  }

  private static void checkLast(SpecRecord enrollment, SpecRecord last, Problems problems) {
    Optional<String> mode = enrollment.text("mode");
    Optional<String> lastMode = last.text("mode");
    if (mode.isPresent() && lastMode.isPresent() && !mode.equals(lastMode)) {
      problems.add(
          last.positionOf("mode"),
          "the last save leaves mode %s, and the enrolment has %s; correct one of the two"
              .formatted(Shown.quoted(lastMode.get()), Shown.quoted(mode.get())));
    }
    Optional<Boolean> active = enrollment.bool("is_active");
    boolean lastActive = last.bool("is_active").orElse(true);
    if (active.isPresent() && active.get() != lastActive) {
      problems.add(
          last.positionOf("is_active"),
          "the last save leaves is_active %s, and the enrolment has %s; correct one of the two"
              .formatted(lastActive, active.get()));
    }
  }
}
