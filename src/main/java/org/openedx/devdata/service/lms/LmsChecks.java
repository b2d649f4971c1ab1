package org.openedx.devdata.service.lms;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.openedx.devdata.opaquekeys.CourseKey;
import org.openedx.devdata.opaquekeys.KeyForm;
import org.openedx.devdata.spec.DidYouMean;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.Shown;
import org.openedx.devdata.spec.SpecRecord;

/** What an LMS spec may not say although its form is right. Stateless. */
final class LmsChecks {

  private static final List<String> LIBRARIES_REFUSED =
      List.of("courses", "course_modes", "enrollments");

  private LmsChecks() {}

  static void check(ServiceSpec spec, Problems problems) {
    UserChecks.check(spec, problems);
    Set<String> declared = new TreeSet<>(CourseMode.slugs());
    spec.of("course_modes").forEach(mode -> mode.text("mode").ifPresent(declared::add));
    spec.of("course_modes").forEach(mode -> checkMode(mode, problems));
    if (spec.settings().has(LmsKinds.DEFAULT_MODE)) {
      checkSlug(spec.settings(), LmsKinds.DEFAULT_MODE, declared, problems);
    }
    for (SpecRecord enrollment : spec.of("enrollments")) {
      checkSlug(enrollment, "mode", declared, problems);
      enrollment.records("history").forEach(save -> checkSlug(save, "mode", declared, problems));
    }
    spec.of("roles").forEach(role -> RoleChecks.check(role, problems));
    LIBRARIES_REFUSED.forEach(kind -> spec.of(kind).forEach(it -> refuseLibrary(it, problems)));
    EnrollmentChecks.check(spec, problems);
    JsonTexts.check(spec, problems);
    spec.of("verifications").forEach(record -> VerificationType.check(record, problems));
  }

  /** Both would be rows of a course that no page can open. */
  private static void refuseLibrary(SpecRecord record, Problems problems) {
    record
        .text("course_id")
        .filter(key -> CourseKey.parse(key).form() == KeyForm.LEGACY_LIBRARY)
        .ifPresent(
            key ->
                problems.add(
                    record.positionOf("course_id"),
                    "%s is the key of a library, and %s are of courses; name a course run"
                        .formatted(Shown.quoted(key), record.kind().name())));
  }

  private static void checkSlug(
      SpecRecord record, String field, Set<String> declared, Problems problems) {
    Optional<String> mode = record.text(field);
    if (mode.isPresent() && !declared.contains(mode.get())) {
      problems.add(
          record.positionOf(field),
          "mode '"
              + mode.get()
              + "' is not one that the platform knows"
              + DidYouMean.hint(mode.get(), declared, "; declare it under course_modes"));
    }
  }

  private static void checkMode(SpecRecord mode, Problems problems) {
    Optional<CourseMode> known = mode.text("mode").flatMap(CourseMode::of);
    mode.text("mode")
        .filter(slug -> known.isEmpty())
        .flatMap(slug -> DidYouMean.among(slug, CourseMode.slugs()))
        .ifPresent(
            near ->
                problems.warn(
                    mode.positionOf("mode"),
                    "mode %s is not one that the platform knows, so it treats it as any other; did you mean %s?"
                        .formatted(Shown.quoted(mode.requiredText("mode")), Shown.quoted(near))));
    long price = mode.whole("min_price").orElse(1L);
    if (price < 1 && known.filter(CourseMode::needsPrice).isPresent()) {
      problems.add(
          mode.positionOf("min_price"),
          "the platform wants a price of at least 1 for the mode '"
              + mode.requiredText("mode")
              + "'");
    }
    if (mode.time("expiration_datetime").isPresent()
        && known.filter(CourseMode::refusesDeadline).isPresent()) {
      problems.add(
          mode.positionOf("expiration_datetime"),
          "the mode '" + mode.requiredText("mode") + "' has no upgrade deadline; leave it out");
    }
  }
}
