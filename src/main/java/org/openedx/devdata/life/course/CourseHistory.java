package org.openedx.devdata.life.course;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A course run as its authors change it: what happens, and the shapes that follow each other.
 * Immutable once the shape that it is of is made.
 */
public final class CourseHistory {

  private final List<Accident> accidents;

  /** The first shape, then one after each change of the tree. */
  private final List<CourseShape> shapes = new ArrayList<>();

  /** The moment of each change. */
  private final long[] changes;

  /** The moment until which the key of each problem is wrong; null when all are right. */
  private final long[] wrongUntil;

  private CourseHistory(CourseShape first, List<Accident> accidents, CourseTree tree) {
    this.accidents = accidents;
    shapes.add(first);
    List<Accident> changing =
        accidents.stream()
            .filter(
                one ->
                    one.kind() == Accident.Kind.DELETED_UNIT
                        || one.kind() == Accident.Kind.MOVED_UNIT)
            .sorted(Comparator.comparingLong(Accident::moment))
            .toList();
    CourseTree last = tree;
    for (Accident one : changing) {
      last = new CourseTree(last);
      if (one.kind() == Accident.Kind.DELETED_UNIT) {
        last.delete(one.block());
      } else {
        last.move(one.block(), one.sequential());
      }
      shapes.add(new CourseShape(first, last, this));
    }
    changes = changing.stream().mapToLong(Accident::moment).toArray();
    wrongUntil = wrongUntil(first, accidents);
  }

  private static long[] wrongUntil(CourseShape first, List<Accident> accidents) {
    long[] until = null;
    for (Accident one : accidents) {
      if (one.kind() == Accident.Kind.BROKEN_PROBLEM) {
        until = until == null ? new long[first.problems(0, first.units())] : until;
        until[one.block()] = one.corrected();
      }
    }
    return until;
  }

  /** That of a run to which nothing happens. */
  static CourseHistory of(CourseShape shape) {
    return new CourseHistory(shape, List.of(), null);
  }

  /** That of a run whose accidents follow from its key and the rates of its habits. */
  static CourseHistory of(CourseShape shape, CourseTree tree) {
    return new CourseHistory(shape, new AccidentPlanner(shape).accidents(), tree);
  }

  /** All that happens, in no order of time. */
  public List<Accident> accidents() {
    return accidents;
  }

  /** Returns whether the tree is ever changed. */
  public boolean isChanging() {
    return changes.length > 0;
  }

  /** Returns whether what becomes of a life depends on more than its grades so far. */
  public boolean isLasting() {
    return isChanging() || wrongUntil != null;
  }

  /** The shape at a moment, microseconds since 1970. */
  CourseShape at(long moment) {
    int change = 0;
    while (change < changes.length && changes[change] <= moment) {
      change++;
    }
    return shapes.get(change);
  }

  /** Returns whether the key of a problem is wrong at a moment, microseconds since 1970. */
  public boolean isKeyWrong(int problem, long moment) {
    return wrongUntil != null && moment < wrongUntil[problem];
  }
}
