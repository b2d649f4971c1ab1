package org.openedx.devdata.service.lms.enrollments;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openedx.devdata.factory.CourseDefaults;
import org.openedx.devdata.jdbc.table.ColumnValues;
import org.openedx.devdata.plan.kind.ServiceRun;
import org.openedx.devdata.spec.Collation;
import org.openedx.devdata.spec.SpecRecord;

/**
 * Facts of courses that enrolments depend on: start, highlights, modes on offer; from the specs and
 * the database, looked up once for each course. Not thread-safe.
 */
final class CourseFacts {

  private final ServiceRun run;
  private final Map<String, Course> courses = new HashMap<>();
  private final Set<String> modes = new HashSet<>();

  /**
   * A course run.
   *
   * @param start empty when it has none, and so no schedules
   * @param highlights whether its sections have highlights
   */
  record Course(Optional<LocalDateTime> start, boolean highlights) {}

  CourseFacts(ServiceRun run) {
    this.run = run;
    for (SpecRecord mode : run.spec().of("course_modes")) {
      modes.add(modeKey(mode.requiredText("course_id"), mode.requiredText("mode")));
    }
  }

  /** Looks up the courses that are not known yet. */
  void prepare(Collection<String> courseIds) {
    Set<String> unknown = new HashSet<>(courseIds);
    unknown.removeIf(id -> courses.containsKey(Collation.fold(id)));
    for (SpecRecord course : run.spec().of("courses")) {
      String id = course.requiredText("course_id");
      if (unknown.contains(id)) {
        courses.put(Collation.fold(id), planned(course));
      }
    }
    for (Object[] row :
        run.context()
            .lookups()
            .find(
                run.table("course_overviews_courseoverview"),
                List.of("id", "start", "has_highlights"),
                "id",
                unknown)) {
      courses.put(
          Collation.fold((String) row[0]),
          new Course(Optional.ofNullable((LocalDateTime) row[1]), Boolean.TRUE.equals(row[2])));
    }
    for (Object[] row :
        run.context()
            .lookups()
            .find(
                run.table("course_modes_coursemode"),
                List.of("course_id", "mode_slug"),
                "course_id",
                unknown)) {
      modes.add(modeKey((String) row[0], (String) row[1]));
    }
    // What remains is made with factory defaults.
    unknown.forEach(
        id ->
            courses.putIfAbsent(
                Collation.fold(id), new Course(Optional.of(defaultStart()), false)));
  }

  private LocalDateTime defaultStart() {
    return ColumnValues.utc(CourseDefaults.start(run.now()));
  }

  private Course planned(SpecRecord course) {
    Optional<LocalDateTime> start =
        course.has("start")
            ? course.time("start").map(time -> ColumnValues.utc(time.at(run.now())))
            : Optional.of(defaultStart());
    return new Course(start, course.bool("has_highlights").orElse(false));
  }

  Course course(String courseId) {
    return courses.get(Collation.fold(courseId));
  }

  /** Returns whether the course offers the mode, in whatever currency. */
  boolean offers(String courseId, String slug) {
    return modes.contains(modeKey(courseId, slug));
  }

  private static String modeKey(String courseId, String slug) {
    return Collation.fold(courseId) + "\0" + Collation.fold(slug);
  }
}
