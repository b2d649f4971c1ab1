package org.openedx.devdata.world;

import java.util.List;

/**
 * Description of a world, as a person has specified it.
 *
 * @param seed chooses everything that is drawn
 * @param lmsUrl root URL of the LMS, without a slash at its end
 * @param startDay first day, days since 1970
 * @param endDay the day after the last on which anything happens, days since 1970
 * @param coursesUntilDay the day after the last of a course, days since 1970; courses may still run
 *     on the last day, or begin after it
 * @param courseLengthDays length of every course run
 * @param organizations how many organisations
 * @param learners how many learners
 * @param profileChanges how many times each profile is written
 * @param publishes how many times each course is published
 * @param sizes the sizes of course, in their order
 */
public record WorldSpec(
    long seed,
    String lmsUrl,
    long startDay,
    long endDay,
    long coursesUntilDay,
    int courseLengthDays,
    int organizations,
    int learners,
    int profileChanges,
    int publishes,
    List<CourseSize> sizes) {

  public WorldSpec {
    sizes = List.copyOf(sizes);
    if (startDay + courseLengthDays >= coursesUntilDay
        || startDay >= endDay
        || endDay > coursesUntilDay) {
      throw new IllegalArgumentException(
          "the days from " + startDay + " to " + coursesUntilDay + " do not hold a course");
    }
  }

  /** A world whose courses are over on the last day. */
  public WorldSpec(
      long seed,
      String lmsUrl,
      long startDay,
      long endDay,
      int courseLengthDays,
      int organizations,
      int learners,
      int profileChanges,
      int publishes,
      List<CourseSize> sizes) {
    this(
        seed,
        lmsUrl,
        startDay,
        endDay,
        endDay,
        courseLengthDays,
        organizations,
        learners,
        profileChanges,
        publishes,
        sizes);
  }

  /** The same world with other learners. */
  public WorldSpec withLearners(int others, List<CourseSize> otherSizes) {
    return new WorldSpec(
        seed,
        lmsUrl,
        startDay,
        endDay,
        coursesUntilDay,
        courseLengthDays,
        organizations,
        others,
        profileChanges,
        publishes,
        otherSizes);
  }
}
