package org.openedx.devdata.world.dump;

/**
 * Facts of enrolments outside the world: decided by the model that makes the statements, so that
 * rows and statements agree. Thread-safe.
 */
public interface Enrolments {

  /**
   * Moment at which the learner at a place of a run's roster enrolled, in microseconds since 1970.
   */
  long enrolledAt(int run, int place);

  /** The mode of that enrolment. */
  String mode(int run, int place);

  /** Returns whether the enrolment is active in the end. */
  boolean active(int run, int place);
}
