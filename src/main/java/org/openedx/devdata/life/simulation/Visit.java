package org.openedx.devdata.life.simulation;

import org.openedx.devdata.life.course.CourseShape;
import org.openedx.devdata.life.event.EventType;
import org.openedx.devdata.life.event.LifeLog;
import org.openedx.devdata.life.plan.Enrolment;
import org.openedx.devdata.random.Powers;

/**
 * State of a simulated session: who, where, and the time, which runs on with what is done. Mutable,
 * not thread-safe.
 */
final class Visit {

  private static final double SECOND = 1_000_000;

  private final CourseShape run;
  private CourseShape shape;
  private Enrolment life;
  private LifeLog log;
  private long clock;

  /**
   * @param run the course run as it was when it began
   */
  Visit(CourseShape run) {
    this.run = run;
    this.shape = run;
  }

  /** Turns to another life. */
  void turnTo(Enrolment enrolment, LifeLog target) {
    life = enrolment;
    log = target;
    clock = Long.MIN_VALUE;
  }

  /**
   * Begins a session with a key of its own.
   *
   * @param last the moment from which on nothing of it happens any more
   */
  void begin(long moment, long last, long key) {
    clock = moment;
    shape = run.at(moment);
    log.begin(moment, last, key);
  }

  /** The course run as it was when the session began. */
  CourseShape shape() {
    return shape;
  }

  Enrolment life() {
    return life;
  }

  /** The time, microseconds since 1970. */
  long clock() {
    return clock;
  }

  /** Lets time pass, in seconds. */
  void pass(double seconds) {
    clock += (long) (seconds * SECOND);
  }

  /**
   * Lets a time pass that is drawn.
   *
   * @param median in seconds
   * @param deviation of its logarithm
   */
  void pass(double median, double deviation, long bits) {
    pass(Powers.logNormal(bits, median, deviation));
  }

  void log(EventType type, int block) {
    log.add(clock, type, block);
  }

  void log(EventType type, int block, int first) {
    log.add(clock, type, block, first);
  }

  void log(EventType type, int block, int first, int second) {
    log.add(clock, type, block, first, second);
  }

  void log(EventType type, int block, int first, int second, int third, long more) {
    log.add(clock, type, block, first, second, third, more);
  }

  /** Logs what follows so many seconds later, such as a grade that a server computes. */
  void logAfter(double seconds, EventType type, int block, int first, int second) {
    logAfter(seconds, type, block, first, second, 0, 0);
  }

  /** As the other, with more about it. */
  void logAfter(
      double seconds, EventType type, int block, int first, int second, int third, long more) {
    log.add(clock + (long) (seconds * SECOND), type, block, first, second, third, more);
  }
}
