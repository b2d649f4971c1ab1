package org.openedx.devdata.service.lms.roles;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.rows.ListQuery;
import org.openedx.devdata.opaquekeys.CourseKey;
import org.openedx.devdata.opaquekeys.KeyForm;
import org.openedx.devdata.spec.Collation;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.Shown;
import org.openedx.devdata.spec.SpecRecord;

/**
 * Warns of course roles that Studio does not heed because AuthZ has taken over: it reads {@code
 * casbin_rule} where its flag is on, and the old table no more. Used once; not thread-safe.
 */
final class AuthzAdvice {

  private static final String RULES = "casbin_rule";
  private static final String SCOPE = "course-v1^";
  private static final String EVERY_COURSE = SCOPE + "course-v1:*";

  private final MySqlDatabase database;
  private final AuthzFlag flag;

  private AuthzAdvice(MySqlDatabase database) {
    this.database = database;
    this.flag = new AuthzFlag(database);
  }

  /** A role that AuthZ knows, with its scope there. */
  private record Assignment(SpecRecord record, AccessRole role, String org, String scope) {

    String username() {
      return record.requiredText("username");
    }

    /** The whole organisation, in which its courses are. */
    String ofOrg() {
      return SCOPE + "course-v1:" + org + "+*";
    }
  }

  static void advise(List<SpecRecord> roles, MySqlDatabase database, Problems problems) {
    if (!roles.isEmpty() && database.schema().has(RULES)) {
      new AuthzAdvice(database).advise(roles, problems);
    }
  }

  private void advise(List<SpecRecord> roles, Problems problems) {
    List<Assignment> assignments = new ArrayList<>();
    roles.forEach(
        record ->
            AccessRole.of(record.requiredText("role"))
                .filter(role -> role.authz().isPresent())
                .ifPresent(role -> add(record, role, assignments)));
    flag.read();
    Set<String> granted = granted(assignments);
    Set<String> filled = filled(assignments);
    boolean on = false;
    for (Assignment one : assignments) {
      boolean known =
          List.of(one.scope(), one.ofOrg(), EVERY_COURSE).stream()
              .anyMatch(scope -> granted.contains(rule(one, scope)));
      boolean inForce = flag.isOn(one.record().text("course_id").orElse(""), one.org());
      on |= inForce;
      if (!known && (inForce || filled.contains(Collation.fold(one.scope())))) {
        problems.warn(one.record().positionOf("role"), message(one, inForce));
      }
    }
    if (on && !policiesLoaded()) {
      problems.warn(
          roles.get(0).position(),
          "casbin_rule has no policies of course roles, so AuthZ permits nothing; run manage.py lms"
              + " load_policies");
    }
  }

  private static void add(SpecRecord record, AccessRole role, List<Assignment> assignments) {
    String course = record.text("course_id").orElse("");
    if (course.isEmpty()) {
      record
          .text("org")
          .filter(org -> !org.isEmpty())
          .ifPresent(
              org ->
                  assignments.add(
                      new Assignment(record, role, org, SCOPE + "course-v1:" + org + "+*")));
      return;
    }
    CourseKey key = CourseKey.parse(course);
    if (key.form() == KeyForm.COURSE) {
      assignments.add(new Assignment(record, role, key.org(), SCOPE + course));
    }
  }

  private static String rule(Assignment one, String scope) {
    return Collation.fold(
        "user^" + one.username() + "\0role^" + one.role().authz().orElseThrow() + "\0" + scope);
  }

  private Set<String> granted(List<Assignment> assignments) {
    Set<String> users = new TreeSet<>();
    assignments.forEach(one -> users.add("user^" + one.username()));
    Set<String> granted = new HashSet<>();
    ListQuery.rows(
        database,
        "SELECT v0, v1, v2 FROM casbin_rule WHERE ptype = 'g' AND v0 IN (<values>)",
        users,
        row -> granted.add(Collation.fold(String.join("\0", row))));
    return granted;
  }

  private Set<String> filled(List<Assignment> assignments) {
    Set<String> scopes = new TreeSet<>();
    assignments.forEach(one -> scopes.add(one.scope()));
    Set<String> filled = new HashSet<>();
    ListQuery.rows(
        database,
        "SELECT DISTINCT v2 FROM casbin_rule WHERE ptype = 'g' AND v2 IN (<values>)",
        scopes,
        row -> filled.add(Collation.fold(row.get(0))));
    return filled;
  }

  private boolean policiesLoaded() {
    List<String> found = new ArrayList<>();
    ListQuery.rows(
        database,
        "SELECT v0 FROM casbin_rule WHERE ptype = 'p' AND v0 IN (<values>) LIMIT 1",
        Set.of("role^course_staff"),
        row -> found.add(row.get(0)));
    return !found.isEmpty();
  }

  private static String message(Assignment one, boolean inForce) {
    String course = one.record().text("course_id").orElse("");
    String command =
        "manage.py cms authz_migrate_course_authoring "
            + (course.isEmpty() ? "--org-id " + one.org() : "--course-id-list " + course);
    return "role %s of user %s is only in student_courseaccessrole, and %s; run %s after the load"
        .formatted(
            Shown.quoted(one.role().text()),
            Shown.quoted(one.username()),
            inForce
                ? "Studio heeds only AuthZ there, whose flag " + AuthzFlag.NAME + " is on"
                : "AuthZ has other members there, who alone count when its flag is switched on",
            command);
  }
}
