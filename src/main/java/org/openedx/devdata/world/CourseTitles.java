package org.openedx.devdata.world;

/**
 * Display names of courses: a subject, a level and the size, without {@code " - "}, at which the
 * views of Aspects would cut them. Stateless.
 */
public final class CourseTitles {

  private static final String[] LEVELS = {
    "Introduction to", "Foundations of", "Topics in", "Advanced", "A Short Course in", "Practical"
  };
  private static final String[] SUBJECTS = {
    "Acoustics",
    "Algebra",
    "Astronomy",
    "Botany",
    "Calculus",
    "Chemistry",
    "Composition",
    "Cryptography",
    "Data Science",
    "Ecology",
    "Economics",
    "Ethics",
    "Genetics",
    "Geology",
    "Harmony",
    "History",
    "Linguistics",
    "Logic",
    "Mechanics",
    "Music",
    "Optics",
    "Percussion",
    "Philosophy",
    "Programming",
    "Rhetoric",
    "Robotics",
    "Sociology",
    "Statistics",
    "Theatre"
  };

  private CourseTitles() {}

  /**
   * The title of a course.
   *
   * @param index of the course in its world
   * @param number of it among those of its size, from 1
   */
  public static String of(int index, String size, int number) {
    String level = LEVELS[index / SUBJECTS.length % LEVELS.length];
    return level + " " + SUBJECTS[index % SUBJECTS.length] + " (" + size + " " + number + ")";
  }
}
