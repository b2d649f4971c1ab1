package org.openedx.devdata.service.lms.roles;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.openedx.devdata.spec.Collation;

/**
 * The roles that the platform heeds (its {@code student} app). The text is compared by case in the
 * platform's code, though not by the database.
 */
enum AccessRole {
  STAFF("course_staff", Scope.COURSE, Scope.ORG),
  INSTRUCTOR("course_admin", Scope.COURSE, Scope.ORG),
  LIMITED_STAFF("course_limited_staff", Scope.COURSE, Scope.ORG),
  DATA_RESEARCHER("course_data_researcher", Scope.COURSE, Scope.ORG),
  LIBRARY_USER("", Scope.COURSE, Scope.ORG),
  BETA_TESTERS("course_beta_tester", Scope.COURSE),
  CCX_COACH("ccx_coach", Scope.COURSE),
  FINANCE_ADMIN("", Scope.COURSE),
  SALES_ADMIN("", Scope.COURSE),
  ORG_COURSE_CREATOR_GROUP("", Scope.ORG),
  COURSE_CREATOR_GROUP("", Scope.SITE),
  SUPPORT("", Scope.SITE);

  /** Extent of a role. */
  enum Scope {
    COURSE("a course: give course_id"),
    ORG("an organisation: give org and no course_id"),
    SITE("the whole site: leave course_id and org out");

    private final String words;

    Scope(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  private final String authz;
  private final Set<Scope> scopes;

  AccessRole(String authz, Scope... scopes) {
    this.authz = authz;
    this.scopes = Set.of(scopes);
  }

  /** The role's name in the platform's table. */
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name of the same role in AuthZ; empty when it has none there. */
  Optional<String> authz() {
    return Optional.of(authz).filter(name -> !name.isEmpty());
  }

  boolean fits(Scope scope) {
    return scopes.contains(scope);
  }

  /** The role's possible scopes, in words. */
  String forWhat() {
    return String.join(
        ", or of ", Arrays.stream(Scope.values()).filter(this::fits).map(Scope::words).toList());
  }

  /** The role of a text, in whatever case. */
  static Optional<AccessRole> of(String text) {
    return Arrays.stream(values())
        .filter(role -> Collation.fold(role.text()).equals(Collation.fold(text)))
        .findFirst();
  }

  static List<String> texts() {
    return Arrays.stream(values()).map(AccessRole::text).toList();
  }
}
