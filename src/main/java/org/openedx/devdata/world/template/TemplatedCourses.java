package org.openedx.devdata.world.template;

import java.util.List;
import java.util.OptionalInt;

/**
 * Courses of a world that are drawn from templates. Immutable.
 *
 * @param lots the courses, in their order
 * @param running probability that a run ends on the last day of the world
 * @param orgPrefix first part of the short names of organisations, which numbers from 0 follow
 * @param firstUser number of the first learner in the LMS; nothing for one that follows from the
 *     seed
 */
public record TemplatedCourses(
    List<Lot> lots, double running, String orgPrefix, OptionalInt firstUser) {

  /**
   * Courses of one template.
   *
   * @param courses how many
   * @param runs runs of each
   * @param learners learners of each run
   */
  public record Lot(CourseTemplate template, int courses, Span runs, Span learners) {}

  public TemplatedCourses {
    lots = List.copyOf(lots);
  }

  /** Number of course runs, when all courses have as many as they may. */
  public long maximumRuns() {
    return lots.stream().mapToLong(lot -> (long) lot.courses() * lot.runs().high()).sum();
  }
}
