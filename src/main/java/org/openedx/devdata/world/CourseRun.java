package org.openedx.devdata.world;

import java.util.Optional;
import org.openedx.devdata.opaquekeys.CourseKey;

/**
 * A run of a course.
 *
 * @param index its place among the runs of the world
 * @param course the course that it is a run of
 * @param courseKey its key, of a course or a custom course
 * @param startDay first day on which anything happens in it, days since 1970
 * @param endDay the day after the last, days since 1970
 * @param roster who is enrolled
 * @param randomKey chooses everything that is drawn for it
 * @param outline what it is made of
 * @param exportNumber the number under which rows of it are exported
 * @param facts what a person says about it; nothing when that is to be drawn
 */
public record CourseRun(
    int index,
    Course course,
    CourseKey courseKey,
    long startDay,
    long endDay,
    Roster roster,
    long randomKey,
    Outline outline,
    long exportNumber,
    Optional<CourseFacts> facts) {

  /** For so many days learners enrol in a run that has not begun. */
  private static final int EARLY_DAYS = 45;

  /** The course key, as text, such as {@code course-v1:Org0+abc123+0}. */
  public String key() {
    return courseKey.text();
  }

  /** The usage key of a block. */
  public String usageKey(BlockType type, int block) {
    String id = type == BlockType.COURSE ? "course" : outline.id(type, block);
    return courseKey.blockPrefix() + type.key() + "+block@" + id;
  }

  /** Returns whether it starts after the last day of a world. */
  public boolean isToCome(WorldSpec spec) {
    return startDay >= spec.endDay();
  }

  /** The day from which on one can enrol: the first of the run, or earlier if that is to come. */
  public long enrolmentDay(WorldSpec spec) {
    return isToCome(spec) ? Math.max(spec.startDay(), spec.endDay() - EARLY_DAYS) : startDay;
  }
}
