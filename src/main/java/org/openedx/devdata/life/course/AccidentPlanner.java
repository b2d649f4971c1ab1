package org.openedx.devdata.life.course;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.openedx.devdata.life.habit.AccidentRates;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.world.Rhythm;

/**
 * Plans the accidents of one course run, which follow from its key. Those for which it has no place
 * do not happen. Used once.
 */
final class AccidentPlanner {

  private static final int FAMILY = 75;
  private static final int TRIES = 24;
  private static final long HOUR = Rhythm.DAY / 24;

  /** Part of the run in which something is published: from and to. */
  private static final double FIRST = 0.2;

  private static final double LAST = 0.7;

  private final CourseShape shape;
  private final AccidentRates rates;
  private final List<Accident> made = new ArrayList<>();
  private final BitSet problems = new BitSet();

  /** Sequentials that something has happened to; nothing else does. */
  private final BitSet sequentials = new BitSet();

  AccidentPlanner(CourseShape shape) {
    this.shape = shape;
    this.rates = shape.habits().accidents();
  }

  List<Accident> accidents() {
    each(Accident.Kind.HARD_PROBLEM, rates.hardProblems());
    each(Accident.Kind.BROKEN_PROBLEM, rates.brokenProblems());
    each(Accident.Kind.DELETED_UNIT, rates.deletedUnits());
    each(Accident.Kind.MOVED_UNIT, rates.movedUnits());
    each(Accident.Kind.PUBLISHED, rates.publishes());
    return List.copyOf(made);
  }

  private void each(Accident.Kind kind, double rate) {
    long key = Draw.of(Draw.of(shape.run().randomKey(), FAMILY), kind.ordinal());
    int count = (int) rate + (Draw.chance(Draw.of(key, 0), rate - (int) rate) ? 1 : 0);
    for (int i = 0; i < count; i++) {
      long bits = Draw.of(key, 1 + i);
      for (int attempt = 0; attempt < TRIES; attempt++) {
        if (add(kind, Draw.of(bits, attempt))) {
          break;
        }
      }
    }
  }

  /** Adds an accident; false when there is no place for it. */
  private boolean add(Accident.Kind kind, long bits) {
    return switch (kind) {
      case HARD_PROBLEM -> problem(kind, Accident.NEVER, bits);
      case BROKEN_PROBLEM -> {
        boolean corrected = Draw.chance(Draw.of(bits, 1), rates.corrected());
        long moment = moment(bits);
        yield problem(kind, corrected && moment < rates.until() ? moment : Accident.NEVER, bits);
      }
      case DELETED_UNIT -> deleted(bits);
      case MOVED_UNIT -> moved(bits);
      case PUBLISHED -> happens(kind, 0, bits, CourseShape.NOWHERE);
    };
  }

  /** A moment in the middle of the run, in working hours. */
  private long moment(long bits) {
    double part = FIRST + (LAST - FIRST) * Draw.unit(Draw.of(bits, 2));
    long day = shape.start() + (long) (part * (shape.end() - shape.start()));
    long morning = Math.floorDiv(day, Rhythm.DAY) * Rhythm.DAY + 9 * HOUR;
    return morning + Draw.below(Draw.of(bits, 3), 8 * HOUR);
  }

  private boolean problem(Accident.Kind kind, long corrected, long bits) {
    int all = shape.problems(0, shape.units());
    int problem = all == 0 ? 0 : Draw.below(Draw.of(bits, 0), all);
    if (all == 0 || problems.get(problem) || sequentials.get(shape.home(problem))) {
      return false;
    }
    problems.set(problem);
    if (kind == Accident.Kind.BROKEN_PROBLEM) {
      // It stays where it is, so that it can be marked again.
      sequentials.set(shape.home(problem));
    }
    made.add(new Accident(kind, problem, shape.start(), corrected, CourseShape.NOWHERE));
    return true;
  }

  private boolean happens(Accident.Kind kind, int block, long bits, int sequential) {
    long moment = moment(bits);
    if (moment >= rates.until()) {
      return false;
    }
    made.add(new Accident(kind, block, moment, Accident.NEVER, sequential));
    return true;
  }

  private boolean deleted(long bits) {
    int unit = unit(bits);
    if (unit < 0 || !happens(Accident.Kind.DELETED_UNIT, unit, bits, CourseShape.NOWHERE)) {
      return false;
    }
    sequentials.set(shape.sequentialOf(unit));
    return true;
  }

  private boolean moved(long bits) {
    int drawn = unit(bits);
    if (drawn < 0) {
      return false;
    }
    int from = shape.sequentialOf(drawn);
    boolean next = Draw.chance(Draw.of(bits, 4), 0.5);
    int to = next ? from + 1 : from - 1;
    int unit = next ? shape.firstUnit(from + 1) - 1 : shape.firstUnit(from);
    if (to < 0
        || to >= shape.sequentials()
        || shape.chapterOf(to) != shape.chapterOf(from)
        || sequentials.get(to)
        || !hasOthers(unit)
        || shape.firstUnit(to) == shape.firstUnit(to + 1)
        || (isGraded(to) && shape.possible(to) == 0)
        || !happens(Accident.Kind.MOVED_UNIT, unit, bits, to)) {
      return false;
    }
    sequentials.set(from);
    sequentials.set(to);
    return true;
  }

  /** A unit whose sequential is untouched and is not empty without it; negative for none. */
  private int unit(long bits) {
    if (shape.units() == 0) {
      return -1;
    }
    int unit = Draw.below(Draw.of(bits, 0), shape.units());
    return sequentials.get(shape.sequentialOf(unit)) || !hasOthers(unit) ? -1 : unit;
  }

  /** Returns whether a sequential has units without one, and points if it is graded. */
  private boolean hasOthers(int unit) {
    int sequential = shape.sequentialOf(unit);
    int first = shape.firstUnit(sequential);
    int end = shape.firstUnit(sequential + 1);
    int others = shape.problems(first, end) - shape.problems(unit, unit + 1);
    return end - first > 1 && (!isGraded(sequential) || others > 0);
  }

  private boolean isGraded(int sequential) {
    return shape.assignment(sequential) != CourseShape.UNGRADED;
  }
}
