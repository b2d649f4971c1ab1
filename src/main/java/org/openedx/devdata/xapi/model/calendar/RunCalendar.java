package org.openedx.devdata.xapi.model.calendar;

import org.openedx.devdata.bytes.JsonText;

/**
 * Moments at which the learners of a run enrol, leave and come back. Places of the roster are in
 * order of enrolment; those who leave are numbered in order of leaving. Times are clock time; they
 * are even microseconds with the run as residue, so that statements of one learner in two runs
 * never share one. Implementations are immutable.
 */
public interface RunCalendar {

  /** From when on learners visit the run. */
  long start();

  /** Until when. */
  long end();

  /** Part of the run that is over at a moment, from 0 to 1. */
  default double life(long micros) {
    return (double) (micros - start()) / (end() - start());
  }

  /** The moment at which so much of the run is over. */
  default long at(double life) {
    return start() + (long) (life * (end() - start()));
  }

  /** A moment before which no learner enrols. */
  long opens();

  /** A moment after which no learner enrols, leaves or comes back. */
  long closes();

  long enrolledAt(int place);

  /** Number of learners who have enrolled before a moment. */
  int enrolledBefore(long micros);

  /** The mode of an enrolment, the same for as long as it lasts. */
  JsonText mode(int place);

  /** The place of the n-th who leaves. */
  int placeOfLeaver(int leaver);

  long leftAt(int leaver);

  int leftBefore(long micros);

  /** Moment at which the n-th who comes back does so. */
  long returnedAt(int returner);

  int returnedBefore(long micros);

  int placeOfReturner(int returner);

  /** Returns whether a learner is away at any time between two moments. */
  boolean away(int place, long from, long to);

  /** A moment as it can stand in a statement of a calendar. */
  static long moment(long clock, int run, int runs) {
    long unit = 2L * runs;
    return (clock / unit + 1) * unit + 2L * run;
  }
}
