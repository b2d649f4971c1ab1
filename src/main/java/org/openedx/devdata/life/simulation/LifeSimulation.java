package org.openedx.devdata.life.simulation;

import org.openedx.devdata.life.course.CourseShape;
import org.openedx.devdata.life.event.EventType;
import org.openedx.devdata.life.event.LifeLog;
import org.openedx.devdata.life.event.MomentGrid;
import org.openedx.devdata.life.habit.Persona;
import org.openedx.devdata.life.plan.Enrolment;
import org.openedx.devdata.life.plan.EnrolmentPlanner;
import org.openedx.devdata.life.plan.ForumPlan;
import org.openedx.devdata.life.plan.SessionPlan;
import org.openedx.devdata.life.plan.SessionPlanner;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.world.BlockType;
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

  /** No session lasts longer than this, in microseconds. */
  private static final long LONGEST = 240 * MINUTE;

  private static final int UNITS = 90;
  private static final int VIDEOS = 91;
  private static final int PROBLEMS = 92;
  private static final int SESSIONS = 93;

  private final CourseShape shape;

  /** The moment from which on nothing happens any more in the world. */
  private final long until;

  private final BesideSessions besides;
  private final EnrolmentPlanner enrolments;
  private final SessionPlanner sessions;
  private final Gradebook grades;
  private final Visit visit;
  private final UnitPath path;
  private final MomentGrid grid;
  private final VideoWatching videos;
  private final ProblemSolving problems;

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
    this.path = new UnitPath(visit);
    this.videos = new VideoWatching(visit);
    this.problems = new ProblemSolving(visit, grades);
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
    grades.clear();
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
      if (!ended && start >= failing) {
        // Who fails depends on what was done until then, not on what is still done late.
        end(life, log, failing);
        ended = true;
      }
      session(plan, next, start);
      free = visit.clock() + BETWEEN_SESSIONS;
    }
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
    return !life.enters() || (!ends && lastBegin(life) < log.begins());
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

  private void session(SessionPlan plan, int index, long start) {
    long key = Draw.of(Draw.of(visit.life().key(), SESSIONS), plan.number(index));
    visit.begin(start, Math.min(until, visit.life().unenrolled()), key);
    path.begin();
    switch (plan.purpose(index)) {
      case GLANCE -> path.glance(plan.fromUnit(index));
      case ASSIGNMENT -> assignment(plan.fromUnit(index), plan.toUnit(index), key);
      case READING -> reading(plan.fromUnit(index), plan.toUnit(index), start, key);
      case REVIEW -> review(plan.fromUnit(index), plan.toUnit(index), key);
    }
  }

  private long drawn(int family, int number) {
    return Draw.of(Draw.of(visit.life().key(), family), number);
  }

  private void reading(int from, int to, long start, long key) {
    Persona persona = visit.life().persona();
    double units = visit.life().engaged(persona.units());
    for (int unit = from; unit < to && visit.clock() - start < LONGEST; unit++) {
      long bits = drawn(UNITS, unit);
      boolean graded = shape.assignment(shape.sequentialOf(unit)) != CourseShape.UNGRADED;
      // What is graded is at most looked into; it is done in a session of its own.
      if (!Draw.chance(Draw.of(bits, 0), graded ? 0.3 * units : units)) {
        continue;
      }
      path.turnTo(unit, Draw.of(key, unit));
      visit.pass(28, 0.9, Draw.of(bits, 1));
      for (int item = shape.firstItem(unit); item < shape.firstItem(unit + 1); item++) {
        item(item, graded, persona);
      }
    }
  }

  private void item(int item, boolean graded, Persona persona) {
    int block = shape.block(item);
    switch (shape.type(item)) {
      case VIDEO -> {
        long bits = drawn(VIDEOS, block);
        if (Draw.chance(Draw.of(bits, 200), visit.life().engaged(persona.videos()))) {
          videos.watch(block, bits);
          if (Draw.chance(Draw.of(bits, 201), persona.again())) {
            visit.pass(5 * 60);
            videos.watch(block, Draw.of(bits, 202));
          }
        }
      }
      case PROBLEM -> {
        long bits = drawn(PROBLEMS, block);
        if (!graded && Draw.chance(Draw.of(bits, 200), visit.life().engaged(persona.problems()))) {
          problems.solve(block, Enrolment.NEVER, bits);
        }
      }
      default -> {
        visit.pass(6);
        visit.log(EventType.BLOCK_COMPLETED, block, BlockType.HTML.ordinal());
      }
    }
  }

  private void assignment(int from, int to, long key) {
    int sequential = shape.sequentialOf(from);
    long due = shape.habits().lateWork() ? Enrolment.NEVER : shape.due(shape.chapterOf(sequential));
    boolean timed =
        shape.habits().timedExam() && shape.assignment(sequential) == lastType() && lastType() > 0;
    long begun = visit.clock();
    if (timed) {
      visit.log(EventType.EXAM_BEGUN, sequential, minutes(sequential));
    }
    for (int unit = from; unit < to && visit.clock() - begun < LONGEST; unit++) {
      path.turnTo(unit, Draw.of(key, unit));
      visit.pass(15, 0.8, Draw.of(key, 1_000 + unit));
      for (int item = shape.firstItem(unit); item < shape.firstItem(unit + 1); item++) {
        if (shape.type(item) == BlockType.PROBLEM) {
          int block = shape.block(item);
          problems.solve(block, due, drawn(PROBLEMS, block));
        } else {
          item(item, true, visit.life().persona());
        }
      }
    }
    if (timed) {
      visit.pass(20);
      visit.log(EventType.EXAM_SUBMITTED, sequential, minutes(sequential), 0, 0, begun);
    }
  }

  private int lastType() {
    return shape.policy().types().size() - 1;
  }

  private int minutes(int sequential) {
    return 60 + 30 * Draw.below(Draw.of(shape.run().randomKey(), 72 + sequential), 3);
  }

  private void review(int from, int to, long key) {
    for (int unit = from; unit < to; unit++) {
      path.turnTo(unit, Draw.of(key, unit));
      visit.pass(20, 0.9, Draw.of(key, 1_000 + unit));
      for (int item = shape.firstItem(unit); item < shape.firstItem(unit + 1); item++) {
        if (shape.type(item) == BlockType.VIDEO && Draw.chance(Draw.of(key, 2_000 + item), 0.5)) {
          videos.watch(shape.block(item), Draw.of(key, 3_000 + item));
        }
      }
    }
  }
}
