package org.openedx.devdata.service.lms.roles;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.rows.ListQuery;
import org.openedx.devdata.spec.Collation;

/**
 * The course flag by which AuthZ takes over the roles of courses: an override of the course beats
 * one of the organisation, which beats the flag for all. Not thread-safe.
 */
final class AuthzFlag {

  static final String NAME = "authz.enable_course_authoring";

  private static final String COURSES = "waffle_utils_waffleflagcourseoverridemodel";
  private static final String ORGS = "waffle_utils_waffleflagorgoverridemodel";
  private static final String FLAGS = "waffle_flag";

  private final MySqlDatabase database;
  private final Map<String, Boolean> overrides = new HashMap<>();
  private boolean everywhere;

  AuthzFlag(MySqlDatabase database) {
    this.database = database;
  }

  /** Reads what is set for courses, for organisations and for all. */
  void read() {
    if (database.schema().has(FLAGS)) {
      ListQuery.rows(
          database,
          "SELECT everyone FROM waffle_flag WHERE name IN (<values>)",
          Set.of(NAME),
          row -> everywhere = "1".equals(row.get(0)));
    }
    overrides(COURSES, "course_id");
    overrides(ORGS, "org");
  }

  /** The newest row of each key counts. */
  private void overrides(String table, String key) {
    if (database.schema().has(table)) {
      ListQuery.rows(
          database,
          "SELECT %1$s, enabled, override_choice FROM %2$s WHERE waffle_flag IN (<values>) ORDER BY id"
              .formatted(key, table),
          Set.of(NAME),
          row -> {
            String of = key + " " + Collation.fold(row.get(0));
            if ("1".equals(row.get(1))) {
              overrides.put(of, "on".equals(row.get(2)));
            } else {
              overrides.remove(of);
            }
          });
    }
  }

  /** Returns whether it is on in a course, or, without one, in an organisation. */
  boolean isOn(String course, String org) {
    Boolean ofCourse = overrides.get("course_id " + Collation.fold(course));
    Boolean ofOrg = overrides.get("org " + Collation.fold(org));
    return ofCourse != null ? ofCourse : ofOrg != null ? ofOrg : everywhere;
  }
}
