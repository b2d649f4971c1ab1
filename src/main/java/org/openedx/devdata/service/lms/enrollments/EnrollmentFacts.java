package org.openedx.devdata.service.lms.enrollments;

import java.util.List;
import java.util.Optional;
import org.openedx.devdata.spec.SpecRecord;
import org.openedx.devdata.spec.TimeExpression;

/** Values of a record of an enrolment, from its fields or its history. Stateless. */
public final class EnrollmentFacts {

  private EnrollmentFacts() {}

  /** The last save that the record describes. */
  static Optional<SpecRecord> lastSave(SpecRecord enrollment) {
    List<SpecRecord> saves = enrollment.records("history");
    return saves.isEmpty() ? Optional.empty() : Optional.of(saves.get(saves.size() - 1));
  }

  /** The mode: its own, or that of the last save. */
  public static Optional<String> mode(SpecRecord enrollment) {
    return enrollment
        .text("mode")
        .or(() -> lastSave(enrollment).flatMap(save -> save.text("mode")));
  }

  /** Returns whether it is active: by its field, or after the last save. */
  public static Optional<Boolean> active(SpecRecord enrollment) {
    return enrollment
        .bool("is_active")
        .or(() -> lastSave(enrollment).map(save -> save.bool("is_active").orElse(true)));
  }

  /** Moment at which the user enrolled: by its field, or that of the first save. */
  public static Optional<TimeExpression> created(SpecRecord enrollment) {
    List<SpecRecord> saves = enrollment.records("history");
    return enrollment.has("created") || saves.isEmpty()
        ? enrollment.time("created")
        : saves.get(0).time("history_date");
  }
}
