package org.openedx.devdata.world;

import java.util.List;

/**
 * What a person says about a world.
 *
 * @param seed chooses everything that is drawn
 * @param lmsUrl root URL of the LMS, without a slash at its end
 * @param startDay first day, days since 1970
 * @param endDay the day after the last, days since 1970
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
    int courseLengthDays,
    int organizations,
    int learners,
    int profileChanges,
    int publishes,
    List<CourseSize> sizes) {

  public WorldSpec {
    sizes = List.copyOf(sizes);
    if (startDay + courseLengthDays >= endDay) {
      throw new IllegalArgumentException(
          "the days from " + startDay + " to " + endDay + " do not hold a course");
    }
  }
}
