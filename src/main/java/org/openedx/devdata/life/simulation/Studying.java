package org.openedx.devdata.life.simulation;

import org.openedx.devdata.life.course.CourseShape;
import org.openedx.devdata.life.event.EventType;
import org.openedx.devdata.life.habit.Persona;
import org.openedx.devdata.life.plan.Enrolment;
import org.openedx.devdata.life.plan.SessionPlan;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.world.BlockType;

/** Sessions of a life: reading, assignments, looking again. Stateless but for its parts. */
final class Studying {

  /** No session lasts longer than this, in microseconds. */
  private static final long LONGEST = 240 * 60_000_000L;

  private static final int UNITS = 90;
  private static final int VIDEOS = 91;
  private static final int PROBLEMS = 92;
  private static final int SESSIONS = 93;

  /** The run as it was when it began, by which sessions are planned. */
  private final CourseShape shape;

  private final Visit visit;
  private final Gradebook grades;
  private final UnitPath path;
  private final VideoWatching videos;
  private final ProblemSolving problems;

  Studying(CourseShape shape, Visit visit, Gradebook grades, ProblemSolving problems) {
    this.shape = shape;
    this.visit = visit;
    this.grades = grades;
    this.path = new UnitPath(visit);
    this.videos = new VideoWatching(visit);
    this.problems = problems;
  }

  /**
   * Simulates a session.
   *
   * @param index of it in the plan
   * @param start its beginning, microseconds since 1970
   * @param last the moment from which on nothing of it happens any more
   */
  void session(SessionPlan plan, int index, long start, long last) {
    long key = drawn(SESSIONS, plan.number(index));
    visit.begin(start, last, key);
    path.begin();
    switch (plan.purpose(index)) {
      case GLANCE -> glance(plan.fromUnit(index));
      case ASSIGNMENT -> assignment(plan.fromUnit(index), plan.toUnit(index), key);
      case READING -> reading(plan.fromUnit(index), plan.toUnit(index), start, key);
      case REVIEW -> review(plan.fromUnit(index), plan.toUnit(index), key);
    }
  }

  private void glance(int unit) {
    CourseShape now = visit.shape();
    path.glance(now.isGone(unit) ? now.unitAt(now.position(unit)) : unit);
  }

  private long drawn(int family, int number) {
    return Draw.of(Draw.of(visit.life().key(), family), number);
  }

  private void reading(int from, int to, long start, long key) {
    Persona persona = visit.life().persona();
    double units = visit.life().engaged(persona.units());
    CourseShape now = visit.shape();
    for (int unit = from; unit < to && visit.clock() - start < LONGEST; unit++) {
      long bits = drawn(UNITS, unit);
      boolean graded = now.assignment(now.sequentialOf(unit)) != CourseShape.UNGRADED;
      // What is graded is at most looked into; it is done in a session of its own.
      if (now.isGone(unit) || !Draw.chance(Draw.of(bits, 0), graded ? 0.3 * units : units)) {
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
          solve(block, Enrolment.NEVER, bits);
        }
      }
      default -> {
        visit.pass(6);
        visit.log(EventType.BLOCK_COMPLETED, block, BlockType.HTML.ordinal());
      }
    }
  }

  /** Works on a problem, unless that was done where the problem was before. */
  private void solve(int block, long due, long bits) {
    if (!shape.history().isChanging() || !grades.isAnswered(block)) {
      problems.solve(block, due, bits);
    }
  }

  private void assignment(int from, int to, long key) {
    CourseShape now = visit.shape();
    int sequential = shape.sequentialOf(from);
    int first = now == shape ? from : now.firstUnit(sequential);
    int end = now == shape ? to : now.firstUnit(sequential + 1);
    long due = shape.habits().lateWork() ? Enrolment.NEVER : shape.due(shape.chapterOf(sequential));
    boolean timed =
        shape.habits().timedExam() && shape.assignment(sequential) == lastType() && lastType() > 0;
    long begun = visit.clock();
    if (timed) {
      visit.log(EventType.EXAM_BEGUN, sequential, minutes(sequential));
    }
    for (int unit = first; unit < end && visit.clock() - begun < LONGEST; unit++) {
      if (now.isGone(unit)) {
        continue;
      }
      path.turnTo(unit, Draw.of(key, unit));
      visit.pass(15, 0.8, Draw.of(key, 1_000 + unit));
      for (int item = shape.firstItem(unit); item < shape.firstItem(unit + 1); item++) {
        if (shape.type(item) == BlockType.PROBLEM) {
          int block = shape.block(item);
          solve(block, due, drawn(PROBLEMS, block));
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
      if (visit.shape().isGone(unit)) {
        continue;
      }
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
