package org.openedx.devdata.answers.life;

import org.openedx.devdata.life.event.LifeLog;
import org.openedx.devdata.world.Rhythm;

/**
 * Standing of a learner in a course in the end: enrolment, grade, last visit. Mutable; of the life
 * that is looked at.
 */
public final class Standing implements Digest {

  private static final long NEVER = Long.MIN_VALUE;
  private static final int NO_GRADE = -1;

  private final RunFacts run;
  private int mode;
  private boolean registered;
  private long changed;
  private int grade;
  private int shown;
  private boolean passed;
  private long lastVisit;

  Standing(RunFacts run) {
    this.run = run;
  }

  @Override
  public void clear() {
    mode = 0;
    registered = false;
    changed = NEVER;
    grade = NO_GRADE;
    shown = 0;
    passed = false;
    lastVisit = NEVER;
  }

  @Override
  public void see(LifeLog log, int event) {
    switch (log.type(event)) {
      case ENROLLED, MODE_CHANGED -> enrolment(log, event, true);
      case UNENROLLED -> enrolment(log, event, false);
      case NEXT, PREVIOUS, TAB, OUTLINE, LINK -> lastVisit = log.micros(event);
      case COURSE_GRADED -> {
        grade = log.first(event);
        shown = grade;
        passed = run.shape().policy().passes(grade);
      }
      case PASSED_FIRST_TIME, NOW_PASSED -> passed = true;
      case NOW_FAILED -> {
        // Its statement has no score, which reports take for 0.
        shown = 0;
        passed = false;
      }
      default -> {
        // Changes nothing of it.
      }
    }
  }

  private void enrolment(LifeLog log, int event, boolean active) {
    mode = log.first(event);
    registered = active;
    changed = log.micros(event);
  }

  /** Number of the mode of the last change of the enrolment. */
  public int mode() {
    return mode;
  }

  /** Returns whether the learner is enrolled in the end. */
  public boolean isRegistered() {
    return registered;
  }

  /** Returns whether the learner has enrolled at all. */
  public boolean hasEnrolled() {
    return changed != NEVER;
  }

  /** The moment of the last change of the enrolment, microseconds since 1970. */
  public long changed() {
    return changed;
  }

  /** Returns whether there is a course grade. */
  public boolean isGraded() {
    return grade != NO_GRADE;
  }

  /** The last course grade in percent. */
  public int grade() {
    return grade;
  }

  /**
   * The grade that reports show, in percent: 0 without one, and after {@code failed}, whose
   * statement has no score.
   */
  public int shownGrade() {
    return shown;
  }

  /** Returns whether reports show that the course is passed. */
  public boolean isPassed() {
    return passed;
  }

  /** Returns whether the learner has navigated in the course. */
  public boolean hasVisited() {
    return lastVisit != NEVER;
  }

  /** The moment of the last navigation, microseconds since 1970. */
  public long lastVisit() {
    return lastVisit;
  }

  /** Returns whether there is a visit within the last seven days of the world. */
  public boolean isActive() {
    return hasVisited() && lastVisit >= run.activeSince();
  }

  /** Returns whether the learner is enrolled, has not passed, and has stayed away. */
  public boolean isAtRisk() {
    return registered && !passed && hasVisited() && !isActive();
  }

  /** The day of the last change of the enrolment, counted from 1970. */
  public int dayOfChange() {
    return (int) Math.floorDiv(changed, Rhythm.DAY);
  }
}
