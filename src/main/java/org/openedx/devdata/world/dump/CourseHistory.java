package org.openedx.devdata.world.dump;

import java.util.List;
import org.openedx.devdata.world.CourseRun;
import org.openedx.devdata.world.Outline;

/**
 * Courses as they were published while they ran, decided by the model that makes the statements.
 * Thread-safe.
 */
public interface CourseHistory {

  /** That of courses which are only exported when the world ends. */
  CourseHistory NONE = run -> List.of();

  /** The exports of a run before those at the end of the world, in order of time. */
  List<Edition> of(CourseRun run);

  /**
   * A course as it was published.
   *
   * @param micros when, microseconds since 1970
   */
  record Edition(long micros, Outline outline) {}
}
