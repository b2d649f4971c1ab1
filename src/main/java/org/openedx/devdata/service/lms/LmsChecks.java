package org.openedx.devdata.service.lms;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.openedx.devdata.opaquekeys.CourseKey;
import org.openedx.devdata.service.account.AccountChecks;
import org.openedx.devdata.spec.DidYouMean;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.SpecRecord;

/** What an LMS spec may not say although its form is right. Stateless. */
final class LmsChecks {

  private static final String RETIRED_PREFIX = "retired__user_";

  private LmsChecks() {}

  static void check(ServiceSpec spec, Problems problems) {
    spec.of("users").forEach(user -> checkUser(user, problems));
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
    spec.of("roles").forEach(role -> checkRole(role, problems));
    spec.of("verifications").forEach(record -> VerificationType.check(record, problems));
  }

  private static void checkUser(SpecRecord user, Problems problems) {
    AccountChecks.check(user, problems);
    if (user.text("username").orElse("").startsWith(RETIRED_PREFIX)) {
      problems.add(
          user.positionOf("username"),
          "username '"
              + user.requiredText("username")
              + "' looks like a retired account, which the LMS refuses; choose another");
    }
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

  private static void checkRole(SpecRecord role, Problems problems) {
    Optional<String> course = role.text("course_id");
    if (course.isPresent() && role.has("org")) {
      String org = CourseKey.parse(course.get()).org();
      if (!role.text("org").orElse(org).equals(org)) {
        problems.add(
            role.positionOf("org"),
            "org '"
                + role.text("org").orElse("")
                + "' is not the course's organisation '"
                + org
                + "'; leave it out");
      }
    }
  }
}
