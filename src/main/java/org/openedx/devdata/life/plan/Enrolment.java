package org.openedx.devdata.life.plan;

import org.openedx.devdata.life.habit.Persona;
import org.openedx.devdata.life.person.Traits;

/**
 * A learner's life in a course run at large. Moments are microseconds since 1970, {@link #NEVER}
 * for what does not happen. Immutable.
 *
 * @param key of everything that is drawn for the learner in the run
 * @param traits of the person
 * @param persona way of taking the course
 * @param enrolled moment of enrolment
 * @param mode number of the mode then
 * @param upgraded moment at which the mode becomes another
 * @param upgrade number of that mode
 * @param begins moment of the first visit
 * @param leaves moment from which on there are no visits
 * @param lastVisit moment of a last look shortly before the end of the world
 * @param unenrolled moment of unenrolling
 * @param pauseBegins begin of an absence
 * @param pauseEnds end of it
 * @param engagement factor of the odds of doing something, against the persona
 * @param onceOnly whether there is one visit only
 * @param posts whether the learner writes in the forum
 */
public record Enrolment(
    long key,
    Traits traits,
    Persona persona,
    long enrolled,
    int mode,
    long upgraded,
    int upgrade,
    long begins,
    long leaves,
    long lastVisit,
    long unenrolled,
    long pauseBegins,
    long pauseEnds,
    double engagement,
    boolean onceOnly,
    boolean posts) {

  /** Moment of what does not happen. */
  public static final long NEVER = Long.MAX_VALUE;

  /** Returns whether there is any visit. */
  public boolean enters() {
    return begins != NEVER;
  }

  /** Probability with which this learner does what others of the persona do with another. */
  public double engaged(double probability) {
    double odds = probability * engagement;
    return odds / (odds + 1 - probability);
  }

  /** The mode at a moment. */
  public int modeAt(long micros) {
    return micros >= upgraded ? upgrade : mode;
  }

  /** The moment, or a later one when the learner is absent then. */
  long present(long micros) {
    return micros >= pauseBegins && micros < pauseEnds
        ? pauseEnds + (micros - pauseBegins) / 5
        : micros;
  }
}
