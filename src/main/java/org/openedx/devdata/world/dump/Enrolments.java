package org.openedx.devdata.world.dump;

/**
 * What is known of enrolments outside the world: decided by the model that makes the statements, so
 * that rows and statements agree. Thread-safe.
 */
public interface Enrolments {

  /** When the learner at a place of a run's roster enrolled, microseconds since 1970. */
  long enrolledAt(int run, int place);

  /** The mode of that enrolment. */
  String mode(int run, int place);

  /** Whether the enrolment is active in the end. */
  boolean active(int run, int place);
}
