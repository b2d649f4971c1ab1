package org.openedx.devdata.life.course;

import java.util.List;

/**
 * Grading policy of a course run and the platform's formulas (lms-learner-life.md 1.5). Immutable.
 *
 * @param types the assignment types
 * @param cutoff the grade from which on the course is passed, 0 to 1
 */
public record GradingPolicy(List<AssignmentType> types, double cutoff) {

  /**
   * An assignment type.
   *
   * @param name such as {@code Homework}
   * @param weight of it in the course grade; those of a policy add up to 1
   * @param drops how many of its subsections with the lowest grades do not count
   */
  public record AssignmentType(String name, double weight, int drops) {}

  private static final double CUTOFF = 0.5;

  /** From so many graded subsections on there is an exam in the middle. */
  private static final int FOR_A_MIDTERM = 6;

  /** The type that the n-th of the graded subsections of a run has. */
  static int typeOf(int graded, int all) {
    if (graded == all - 1 && all > 1) {
      return all >= FOR_A_MIDTERM ? 2 : 1;
    }
    return all >= FOR_A_MIDTERM && graded == all / 2 ? 1 : 0;
  }

  /** The policy of a run with so many graded subsections. */
  static GradingPolicy of(int graded) {
    AssignmentType homework = new AssignmentType("Homework", 1, 0);
    if (graded > 1) {
      homework = new AssignmentType("Homework", 0.5, graded >= FOR_A_MIDTERM ? 1 : 0);
    }
    AssignmentType last = new AssignmentType("Final Exam", graded >= FOR_A_MIDTERM ? 0.3 : 0.5, 0);
    return new GradingPolicy(
        graded < 2
            ? List.of(homework)
            : graded < FOR_A_MIDTERM
                ? List.of(homework, last)
                : List.of(homework, new AssignmentType("Midterm Exam", 0.2, 0), last),
        CUTOFF);
  }

  public GradingPolicy {
    types = List.copyOf(types);
  }

  /** The grade of a subsection: earned over possible, to four decimals, half to even. */
  public static double subsection(double earned, double possible) {
    return possible == 0 ? 0 : Math.rint(earned / possible * 10_000) / 10_000;
  }

  /** The course grade in percent: {@code floor(p * 100 + 0.05 + 0.5)}. */
  public static int percent(double sum) {
    return (int) Math.floor(sum * 100 + 0.05 + 0.5);
  }

  /** Returns whether a course grade passes. */
  public boolean passes(int percent) {
    return percent / 100.0 >= cutoff;
  }
}
