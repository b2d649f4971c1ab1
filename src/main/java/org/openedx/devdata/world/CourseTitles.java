package org.openedx.devdata.world;

/**
 * Display names of courses: a subject, a level and the size, without {@code " - "}, at which the
 * views of Aspects would cut them. Stateless.
 */
final class CourseTitles {

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

  static String of(int index, String size, int number) {
    String level = LEVELS[index / SUBJECTS.length % LEVELS.length];
    return level + " " + SUBJECTS[index % SUBJECTS.length] + " (" + size + " " + number + ")";
  }
}
