package org.openedx.devdata.life.simulation;

import org.openedx.devdata.life.event.EventType;
import org.openedx.devdata.life.event.LifeLog;
import org.openedx.devdata.life.plan.Enrolment;
import org.openedx.devdata.life.plan.ForumPlan;
import org.openedx.devdata.random.Draw;

/**
 * Events of a life outside of the sessions in which a course is taken: enrolment, and what is done
 * in the forum.
 *
 * @param forum the forum of the run
 * @param until the moment from which on nothing happens any more in the world
 */
record BesideSessions(ForumPlan forum, long until) {

  /** Logs those of the learner at a place. */
  void log(int place, Enrolment life, LifeLog log) {
    enrolment(life, log);
    forum(place, life, log);
  }

  private void enrolment(Enrolment life, LifeLog log) {
    // An enrolment that was named may be later than all else of the world.
    alone(life, log, life.enrolled(), Enrolment.NEVER, EventType.ENROLLED, life.mode());
    alone(life, log, life.upgraded(), until, EventType.MODE_CHANGED, life.upgrade());
    int last = life.modeAt(life.unenrolled());
    alone(life, log, life.unenrolled(), until, EventType.UNENROLLED, last);
  }

  /** Logs something that happens outside of the course's pages. */
  void alone(Enrolment life, LifeLog log, long moment, EventType type, int first) {
    alone(life, log, moment, until, type, first);
  }

  private static void alone(
      Enrolment life, LifeLog log, long moment, long last, EventType type, int first) {
    if (moment != Enrolment.NEVER) {
      log.begin(moment, last, Draw.of(life.key(), 96 + type.ordinal()));
      log.add(moment, type, 0, first);
    }
  }

  private void forum(int place, Enrolment life, LifeLog log) {
    long last = Math.min(until, life.unenrolled());
    for (ForumPlan.Action action : forum.of(place)) {
      log.begin(action.moment(), last, Draw.of(life.key(), 4_096 + action.thread()));
      log.add(
          action.moment(),
          action.type(),
          action.thread(),
          action.number(),
          action.parent(),
          action.writer(),
          0);
    }
  }

  /** Returns whether nothing of it happens from a moment on. */
  boolean isOver(int place, Enrolment life, long moment) {
    return isOver(life.upgraded(), moment)
        && isOver(life.unenrolled(), moment)
        && forum.isOver(place, moment);
  }

  private static boolean isOver(long happens, long moment) {
    return happens == Enrolment.NEVER || happens < moment;
  }
}
