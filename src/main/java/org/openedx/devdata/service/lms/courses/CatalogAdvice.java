package org.openedx.devdata.service.lms.courses;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.rows.ListQuery;
import org.openedx.devdata.jdbc.schema.LiveTable;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.Shown;
import org.openedx.devdata.spec.SpecRecord;

/**
 * Warns of courses that the catalogue of newer releases lacks: their rule is that a course which
 * exists anywhere is in it. Stateless.
 */
final class CatalogAdvice {

  private static final String RUNS = "openedx_catalog_courserun";

  private CatalogAdvice() {}

  static void advise(ServiceSpec spec, MySqlDatabase database, Problems problems) {
    LiveTable runs = database.schema().table(RUNS);
    if (runs == null || !runs.columns().containsKey("course_key")) {
      return;
    }
    Map<String, SpecRecord> missing = new HashMap<>();
    Map<String, String> spelled = new HashMap<>();
    for (Kind kind : CourseKind.ofRuns(spec)) {
      for (SpecRecord record : spec.of(kind.name())) {
        String course = record.requiredText("course_id");
        if (missing.putIfAbsent(fold(course), record) == null) {
          spelled.put(fold(course), course);
        }
      }
    }
    ListQuery.rows(
        database,
        "SELECT course_key FROM openedx_catalog_courserun WHERE LOWER(course_key) IN (<values>)",
        List.copyOf(missing.keySet()),
        row -> missing.remove(fold(row.get(0))));
    missing.forEach(
        (folded, record) ->
            problems.warn(
                record.positionOf("course_id"),
                "course %s is not in openedx_catalog_courserun, where this release expects every course, so its catalogue does not show it; publish the course in Studio"
                    .formatted(Shown.quoted(spelled.get(folded)))));
  }

  /** The column is unique by its lower case. */
  private static String fold(String course) {
    return course.toLowerCase(Locale.ROOT);
  }
}
