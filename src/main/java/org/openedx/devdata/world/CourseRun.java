package org.openedx.devdata.world;

/**
 * A run of a course.
 *
 * @param index its place among the runs of the world
 * @param course the course that it is a run of
 * @param number its number among the course's runs, from 0; also its run name
 * @param startDay first day, days since 1970
 * @param endDay the day after the last, days since 1970
 * @param roster who is enrolled
 * @param randomKey chooses everything that is drawn for it
 */
public record CourseRun(
    int index,
    Course course,
    int number,
    long startDay,
    long endDay,
    Roster roster,
    long randomKey) {

  /** The course key, such as {@code course-v1:Org0+abc123+0}. */
  public String key() {
    return "course-v1:" + keyParts();
  }

  /** The usage key of a block. */
  public String usageKey(BlockType type, int index) {
    String id = type == BlockType.COURSE ? "course" : outline().id(type, index);
    return "block-v1:" + keyParts() + "+type@" + type.key() + "+block@" + id;
  }

  /** What the run is made of. */
  public Outline outline() {
    return new Outline(course.size(), randomKey);
  }

  private String keyParts() {
    return course.org() + "+" + course.shortId() + "+" + number;
  }
}
