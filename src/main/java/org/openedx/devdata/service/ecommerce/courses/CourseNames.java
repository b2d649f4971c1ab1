package org.openedx.devdata.service.ecommerce.courses;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.factory.CourseDefaults;
import org.openedx.devdata.plan.kind.ServiceRun;
import org.openedx.devdata.spec.Collation;
import org.openedx.devdata.spec.SpecRecord;

/** Names of courses, of which products are called. Not thread-safe. */
final class CourseNames {

  private final ServiceRun run;
  private final Map<String, String> existing = new HashMap<>();

  CourseNames(ServiceRun run) {
    this.run = run;
  }

  /** Looks up the courses of a chunk whose spec does not name them. */
  void prepare(List<SpecRecord> chunk) {
    existing.clear();
    if (!run.adoptsStored()) {
      return;
    }
    List<String> nameless =
        chunk.stream()
            .filter(record -> record.text("name").isEmpty())
            .map(record -> record.requiredText("course_id"))
            .toList();
    for (Object[] row :
        run.lookups().find(run.table("courses_course"), List.of("id", "name"), "id", nameless)) {
      existing.put(Collation.fold((String) row[0]), (String) row[1]);
    }
  }

  /** The name in the spec, else the database's, else one made from the key. */
  String of(SpecRecord course) {
    String id = course.requiredText("course_id");
    return course
        .text("name")
        .orElseGet(() -> existing.getOrDefault(Collation.fold(id), madeFrom(id)));
  }

  static String madeFrom(String courseId) {
    return CourseDefaults.title(courseId);
  }
}
