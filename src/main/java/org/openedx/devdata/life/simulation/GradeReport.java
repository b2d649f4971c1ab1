package org.openedx.devdata.life.simulation;

import org.openedx.devdata.life.course.CourseShape;
import org.openedx.devdata.life.event.EventType;

/**
 * Grades that follow when a problem is marked, as the platform's workers compute them
 * (lms-learner-life.md 1.7). Stateless but for visit and gradebook.
 */
final class GradeReport {

  private final Visit visit;
  private final Gradebook grades;

  GradeReport(Visit visit, Gradebook grades) {
    this.visit = visit;
    this.grades = grades;
  }

  /**
   * Takes the points for a problem, and logs the grades of its subsection and of the course.
   *
   * @param delay until they are computed, in seconds
   * @param again whether an answer is marked once more
   */
  void score(int problem, int points, double delay, boolean again) {
    CourseShape shape = visit.shape();
    grades.score(problem, points, visit.clock(), shape);
    int sequential = shape.home(problem);
    visit.logAfter(
        delay,
        EventType.SUBSECTION_GRADED,
        sequential,
        grades.earned(sequential),
        grades.possible(sequential),
        again ? 1 : 0,
        grades.begun(sequential));
    int percent = grades.percent();
    visit.logAfter(delay + 0.2, EventType.COURSE_GRADED, 0, percent, 0);
    boolean counts = shape.assignment(sequential) != CourseShape.UNGRADED;
    if (counts && shape.policy().passes(percent) && grades.pass()) {
      visit.logAfter(delay + 0.3, EventType.PASSED_FIRST_TIME, 0, percent, 0);
      visit.logAfter(delay + 0.35, EventType.NOW_PASSED, 0, percent, 0);
    }
  }
}
