package org.openedx.devdata.service.lms.roles;

import java.util.Optional;
import org.openedx.devdata.opaquekeys.CourseKey;
import org.openedx.devdata.spec.DidYouMean;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.Shown;
import org.openedx.devdata.spec.SpecRecord;

/** Checks of {@code roles}: none that the platform would ignore. Stateless. */
final class RoleChecks {

  private RoleChecks() {}

  static void check(SpecRecord record, Problems problems) {
    record.text("role").ifPresent(text -> checkName(record, text, problems));
    Optional<String> course = record.text("course_id");
    if (course.isPresent() && record.has("org")) {
      String org = CourseKey.parse(course.get()).org();
      if (!record.text("org").orElse(org).equals(org)) {
        problems.add(
            record.positionOf("org"),
            "org %s is not the course's organisation %s; leave it out"
                .formatted(Shown.quoted(record.text("org").orElse("")), Shown.quoted(org)));
      }
    }
  }

  private static void checkName(SpecRecord record, String text, Problems problems) {
    Optional<AccessRole> role = AccessRole.of(text);
    if (role.isPresent() && role.get().text().equals(text)) {
      checkScope(record, role.get(), problems);
    } else if (role.isPresent()) {
      problems.add(
          record.positionOf("role"),
          "role %s is spelled %s, and the platform heeds no other spelling"
              .formatted(Shown.quoted(text), Shown.quoted(role.get().text())));
    } else if (DidYouMean.among(text, AccessRole.texts()).isPresent()) {
      problems.add(
          record.positionOf("role"),
          "role %s is not one that the platform knows%s"
              .formatted(Shown.quoted(text), DidYouMean.hint(text, AccessRole.texts(), "")));
    } else {
      problems.warn(
          record.positionOf("role"),
          "role %s is not one that the platform knows, so only a plug-in heeds it; its own are %s"
              .formatted(Shown.quoted(text), String.join(", ", AccessRole.texts())));
    }
  }

  private static void checkScope(SpecRecord record, AccessRole role, Problems problems) {
    AccessRole.Scope scope = scope(record);
    if (role.fits(scope)) {
      return;
    }
    String message =
        "role %s is one of %s; as it stands, the platform does not heed it"
            .formatted(Shown.quoted(role.text()), role.forWhat());
    if (scope == AccessRole.Scope.ORG && role.fits(AccessRole.Scope.COURSE)) {
      problems.warn(record.positionOf("org"), message);
    } else {
      problems.add(record.positionOf("role"), message);
    }
  }

  static AccessRole.Scope scope(SpecRecord record) {
    if (record.text("course_id").filter(text -> !text.isEmpty()).isPresent()) {
      return AccessRole.Scope.COURSE;
    }
    return record.text("org").filter(text -> !text.isEmpty()).isPresent()
        ? AccessRole.Scope.ORG
        : AccessRole.Scope.SITE;
  }
}
