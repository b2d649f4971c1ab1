package org.openedx.devdata.life.plan;

import org.openedx.devdata.life.course.CourseShape;
import org.openedx.devdata.life.habit.Persona;
import org.openedx.devdata.life.person.Traits;
import org.openedx.devdata.world.Rhythm;

/**
 * Pace of a learner through a course run at the learner's own pace. Immutable.
 *
 * @param shape of the run
 * @param persona way of taking it
 * @param traits of the person
 */
record SelfPace(CourseShape shape, Persona persona, Traits traits) {

  /** Returns whether it follows from the persona, and not from how long the run is. */
  boolean isOwn() {
    return persona.pace() > 0;
  }

  /**
   * Time that so many subsections take, in microseconds.
   *
   * @param begins moment of the first visit, microseconds since 1970
   */
  long after(int subsections, long begins) {
    double lateness = traits.lateness();
    double one =
        isOwn()
            ? persona.pace() * Rhythm.DAY * 2 * Lateness.share(lateness)
            : spread(lateness) * (shape.end() - begins) / Math.max(1, shape.sequentials());
    return (long) (one * subsections);
  }

  /** The part of what is left of the run over which a learner spreads the course. */
  static double spread(double lateness) {
    return 0.1 + 0.85 * Lateness.share(lateness);
  }
}
