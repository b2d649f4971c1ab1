package org.openedx.devdata.service.content.layout.planning;

import org.openedx.devdata.service.content.layout.migration.MigrationStep;

/** Hears of each statement of a migration or repair before it runs. */
@FunctionalInterface
public interface StepListener {

  StepListener NONE = (number, of, step) -> {};

  /**
   * A statement is about to run.
   *
   * @param number from 1
   * @param of how many there are
   */
  void step(int number, int of, MigrationStep step);
}
