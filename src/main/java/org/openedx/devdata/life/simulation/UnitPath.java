package org.openedx.devdata.life.simulation;

import org.openedx.devdata.life.course.CourseShape;
import org.openedx.devdata.life.event.EventType;
import org.openedx.devdata.random.Draw;

/**
 * Path of a learner through the units of a session, with the navigation that it shows. Stateless
 * but for the unit that the learner is at.
 */
final class UnitPath {

  private static final int NOWHERE = -1;

  private final Visit visit;
  private CourseShape shape;
  private int at = NOWHERE;

  UnitPath(Visit visit) {
    this.visit = visit;
    this.shape = visit.shape();
  }

  void begin() {
    shape = visit.shape();
    at = NOWHERE;
  }

  /** Turns to a unit, from wherever the learner is. */
  void turnTo(int unit, long bits) {
    if (at == NOWHERE) {
      arrive(unit, bits);
    } else if (at != unit) {
      visit.pass(4, 0.9, Draw.of(bits, 0));
      if (steps(unit) == 2 && unit < shape.units() && Draw.chance(Draw.of(bits, 1), 0.8)) {
        // A unit is passed over.
        move(EventType.NEXT);
        at = beside(1);
        visit.pass(4, 0.6, Draw.of(bits, 2));
      }
      step(unit);
    }
    if (tab(at) > 1 && Draw.chance(Draw.of(bits, 3), visit.life().persona().back())) {
      back(bits);
    }
  }

  private void arrive(int unit, long bits) {
    at = unit;
    double way = Draw.unit(Draw.of(bits, 4));
    if (way < 0.03) {
      visit.log(EventType.OUTLINE, shape.sequentialOf(unit));
    } else if (way < 0.05) {
      visit.log(EventType.LINK, shape.sequentialOf(unit));
    }
    visit.pass(2);
  }

  private void step(int unit) {
    boolean together = shape.sequentialOf(unit) == shape.sequentialOf(at);
    if (steps(unit) == 1) {
      move(EventType.NEXT);
    } else if (steps(unit) == -1 && together) {
      move(EventType.PREVIOUS);
    } else if (together) {
      visit.log(EventType.TAB, shape.sequentialOf(at), tab(at), tabs(at), tab(unit), at);
    } else {
      visit.log(EventType.OUTLINE, shape.sequentialOf(unit));
    }
    at = unit;
  }

  /** Looks at the unit before once more, and returns. */
  private void back(long bits) {
    move(EventType.PREVIOUS);
    at = beside(-1);
    visit.pass(20, 1.0, Draw.of(bits, 5));
    move(EventType.NEXT);
    at = beside(1);
    visit.pass(2);
  }

  /** Opens the next unit and looks no further. */
  void glance(int unit) {
    at = unit;
    move(EventType.NEXT);
  }

  private void move(EventType type) {
    visit.log(type, shape.sequentialOf(at), tab(at), tabs(at), 0, at);
  }

  /** Number of units from this one to another, of those that are there. */
  private int steps(int unit) {
    return shape.position(unit) - shape.position(at);
  }

  private int beside(int steps) {
    return shape.unitAt(shape.position(at) + steps);
  }

  private int tab(int unit) {
    return shape.position(unit) - shape.position(shape.firstUnit(shape.sequentialOf(unit))) + 1;
  }

  private int tabs(int unit) {
    int sequential = shape.sequentialOf(unit);
    return shape.position(shape.firstUnit(sequential + 1))
        - shape.position(shape.firstUnit(sequential));
  }
}
