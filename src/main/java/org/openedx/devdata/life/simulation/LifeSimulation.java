package org.openedx.devdata.life.simulation;

import org.openedx.devdata.life.course.CourseShape;
import org.openedx.devdata.life.event.EventType;
import org.openedx.devdata.life.event.LifeLog;
import org.openedx.devdata.life.event.MomentGrid;
import org.openedx.devdata.life.plan.Enrolment;
import org.openedx.devdata.life.plan.EnrolmentPlanner;
import org.openedx.devdata.life.plan.ForumPlan;
import org.openedx.devdata.life.plan.SessionPlan;
import org.openedx.devdata.life.plan.SessionPlanner;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.world.Rhythm;
import org.openedx.devdata.world.World;

/**
 * Simulates the lives of the learners of one course run. Each follows from the world's seed, the
 * run and the place in its roster alone. Mutable, not thread-safe.
 */
public final class LifeSimulation {

  private static final long MINUTE = 60_000_000L;

  /** A session that would begin sooner after another would be part of it. */
  private static final long BETWEEN_SESSIONS = 31 * MINUTE;

  private final CourseShape shape;

  /** The moment from which on nothing happens any more in the world. */
  private final long until;

  private final BesideSessions besides;
  private final EnrolmentPlanner enrolments;
  private final SessionPlanner sessions;
  private final Gradebook grades;
  private final Visit visit;
  private final MomentGrid grid;
  private final Studying studying;
  private final Regrading regrading;

  /**
   * @param forum the forum of the run
   */
  public LifeSimulation(World world, CourseShape shape, ForumPlan forum) {
    this.grid = MomentGrid.of(world, shape.run().index());
    this.shape = shape;
    this.until = world.spec().endDay() * Rhythm.DAY;
    this.besides = new BesideSessions(forum, until);
    this.enrolments = new EnrolmentPlanner(world, shape);
    this.sessions = new SessionPlanner(shape);
    this.grades = new Gradebook(shape);
    this.visit = new Visit(shape);
    GradeReport report = new GradeReport(visit, grades);
    this.regrading = new Regrading(shape, visit, report);
    this.studying =
        new Studying(shape, visit, grades, new ProblemSolving(visit, report, regrading));
  }

  public CourseShape shape() {
    return shape;
  }

  /** The moments of the run. */
  public MomentGrid grid() {
    return grid;
  }

  /** The plan of the enrolment at a place of the roster. */
  public Enrolment enrolment(int place) {
    return enrolments.of(place);
  }

  /**
   * Simulates a life from its beginning to its end.
   *
   * @param log gets the events in order of time, in place of what it had
   */
  public void whole(int place, LifeLog log) {
    log.open(Long.MIN_VALUE, Long.MAX_VALUE);
    simulate(place, log);
    log.arrange(grid);
  }

  /**
   * Simulates the life of the learner at a place of the roster, from its beginning to the end of
   * the span of the log.
   *
   * @param log opened for a span; is to be arranged afterwards
   */
  public void simulate(int place, LifeLog log) {
    simulate(place, log, null);
  }

  /**
   * Simulates the life of the learner at a place of the roster to the end of the span of the log.
   *
   * @param log opened for a span; is to be arranged afterwards
   * @param before the state at the begin of the span; null when it is not known, and the life is
   *     simulated from its beginning
   * @return the state at the end of the span; null when nothing is known of it
   */
  public LifeState simulate(int place, LifeLog log, LifeState before) {
    if (before == LifeState.OVER || enrolments.enrolledAt(place) >= log.end()) {
      return before;
    }
    Enrolment life = enrolments.of(place);
    visit.turnTo(life, log);
    besides.log(place, life, log);
    if (isOver(life, log)) {
      return !life.enters() && besides.isOver(place, life, log.end()) ? LifeState.OVER : before;
    }
    if (shape.history().isLasting()) {
      sessions(life, log, null);
      return null;
    }
    LifeState after = sessions(life, log, before);
    boolean fails = after.marks().any() && !after.marks().passed();
    boolean over = (!fails || failing(life) < log.end()) && lastBegin(life) <= log.end();
    return over && besides.isOver(place, life, log.end()) ? LifeState.OVER : after;
  }

  private LifeState sessions(Enrolment life, LifeLog log, LifeState before) {
    SessionPlan plan = sessions.of(life, log.end());
    long failing = failing(life);
    int next = 0;
    long free = Long.MIN_VALUE;
    boolean ended = false;
    long last = Math.min(until, life.unenrolled());
    grades.clear();
    regrading.clear();
    if (before != null) {
      next = before.session();
      free = before.free();
      ended = before.isEnded();
      grades.restore(before.marks());
    }
    for (; next < plan.count(); next++) {
      long start = Math.max(plan.start(next), free);
      if (start >= log.end() || start >= Math.min(until, lastBegin(life))) {
        break;
      }
      regrading.until(start, last);
      if (!ended && start >= failing) {
        // Who fails depends on what was done until then, not on what is still done late.
        end(life, log, failing);
        ended = true;
      }
      studying.session(plan, next, start, last);
      free = visit.clock() + BETWEEN_SESSIONS;
    }
    regrading.until(failing, last);
    if (!ended) {
      end(life, log, failing);
    }
    return new LifeState(next, free, ended, grades.marks());
  }

  /** The moment from which on no session of a life begins, even one that has to wait. */
  private static long lastBegin(Enrolment life) {
    return Math.min(life.unenrolled(), life.leaves() + Rhythm.DAY);
  }

  /** Returns whether nothing of a life is left for the span of a log. */
  private boolean isOver(Enrolment life, LifeLog log) {
    boolean ends = log.begins() <= shape.end() + 60 * MINUTE && log.end() > shape.end();
    boolean nothingLeft = !ends && lastBegin(life) < log.begins() && !regrading.concerns(log);
    return !life.enters() || nothingLeft;
  }

  /** The moment at which a life that has not passed fails. */
  private long failing(Enrolment life) {
    return shape.end() + MINUTE * 30 + Draw.below(Draw.of(life.key(), 95), MINUTE * 20);
  }

  /** Those who are graded and have not passed fail when the run is over. */
  private void end(Enrolment life, LifeLog log, long moment) {
    if (grades.hasAny() && !grades.hasPassed() && life.unenrolled() > moment) {
      besides.alone(life, log, moment, EventType.NOW_FAILED, grades.percent());
    }
  }
}
