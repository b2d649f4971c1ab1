package org.openedx.devdata.service.lms.state;

import org.openedx.devdata.opaquekeys.CourseKey;
import org.openedx.devdata.opaquekeys.UsageKey;
import org.openedx.devdata.service.lms.userstate.BlockPlace;
import org.openedx.devdata.spec.SpecRecord;

/** The block that a record of learner state is about. Stateless. */
final class StateBlock {

  private StateBlock() {}

  /**
   * The block of a record with {@code block}, {@code course_id} or both.
   *
   * @throws IllegalArgumentException when the two contradict each other or are not enough
   */
  static UsageKey of(SpecRecord record) {
    String course = record.text("course_id").orElse(null);
    String block = record.text("block").orElse(null);
    if (block == null) {
      if (course == null) {
        throw new IllegalArgumentException(
            "neither 'block' nor 'course_id' says where; add one of them");
      }
      return CourseKey.parse(course).courseBlock();
    }
    UsageKey key = UsageKey.parse(block);
    if (key.lacksRun()) {
      return inRun(key, course);
    }
    String context = key.contextKey().orElseThrow().text();
    if (course != null && !course.equals(context)) {
      throw new IllegalArgumentException(
          "block '"
              + block
              + "' is of "
              + context
              + ", not of the course_id '"
              + course
              + "'; correct one or leave course_id out");
    }
    return key;
  }

  private static UsageKey inRun(UsageKey key, String course) {
    if (course == null) {
      throw new IllegalArgumentException(
          "block '" + key + "' does not name the run of its course; add course_id");
    }
    CourseKey run = CourseKey.parse(course);
    if (!run.org().equals(key.org()) || !run.course().equals(key.course())) {
      throw new IllegalArgumentException(
          "block '"
              + key
              + "' is of "
              + key.org()
              + "/"
              + key.course()
              + ", not of the course_id '"
              + course
              + "'; correct one");
    }
    return key.mapIntoCourse(run);
  }

  /** Its columns. */
  static BlockPlace place(SpecRecord record) {
    return BlockPlace.of(of(record));
  }
}
