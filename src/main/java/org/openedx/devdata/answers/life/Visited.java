package org.openedx.devdata.answers.life;

import org.openedx.devdata.life.event.LifeLog;

/**
 * Pages that a learner has left by navigation. Statements name the sequential, as a live site's do;
 * the unit is known here only. Mutable; of the life that is looked at.
 */
public final class Visited implements Digest {

  private final RunFacts run;
  private final Touched units = new Touched();

  Visited(RunFacts run) {
    this.run = run;
  }

  @Override
  public void clear() {
    units.clear();
  }

  @Override
  public void see(LifeLog log, int event) {
    switch (log.type(event)) {
      case NEXT, PREVIOUS, TAB -> units.note((int) log.packed(event));
      default -> {
        // Leaves no unit.
      }
    }
  }

  /** Counts the units of each sequential. */
  void count(int[] counts) {
    units.countByHome(run::homeOfUnit, counts);
  }
}
